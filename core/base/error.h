#pragma once

#include "base/text.h"

#include <exception>
#include <stdexcept>

namespace prunescope {

/// A failure that a user can understand and mend: what is wrong, where, and what to do about it.
/// `what()` reads "where: problem. mend", in English; the parts are kept for a window that shows them apart.
class Error : public std::runtime_error {
public:
    /// `where` is a file, an option or a stage; `problem` a clause without a full stop; `mend` a sentence.
    Error(Text where, Text problem, Text mend);
    Error(std::string where, Text problem, Text mend)
        : Error(Text(std::move(where)), std::move(problem), std::move(mend)) {}

    const Text& where() const { return where_; }
    const Text& problem() const { return problem_; }
    const Text& mend() const { return mend_; }
    /// The whole of it as one text.
    Text whole() const;

private:
    Text where_;
    Text problem_;
    Text mend_;
};

/// What an exception says, whole; one that is no `Error` says it in its own words.
Text textOf(const std::exception& exception);

/// `text`, and after it another sentence; one of them alone where the other is empty.
Text withSentence(const Text& text, const Text& sentence);

/// The user asked for something that cannot be asked for: an unknown name, a number out of range.
class UsageError : public Error {
public:
    using Error::Error;
};

}  // namespace prunescope
