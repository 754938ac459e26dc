#pragma once

#include <stdexcept>
#include <string>

namespace prunescope {

/// A failure that a user can understand and mend: what is wrong, where, and what to do about it.
/// The message reads "where: what. mend"; the parts are kept for a window that shows them apart.
class Error : public std::runtime_error {
public:
    /// `where` is a file, an option or a stage; `what` a clause without a full stop; `mend` a sentence.
    Error(std::string where, std::string what, std::string mend);

    const std::string& where() const { return where_; }
    const std::string& problem() const { return problem_; }
    const std::string& mend() const { return mend_; }

private:
    std::string where_;
    std::string problem_;
    std::string mend_;
};

/// The user asked for something that cannot be asked for: an unknown name, a number out of range.
class UsageError : public Error {
public:
    using Error::Error;
};

}  // namespace prunescope
