#include "cli/passphrase.h"

#include "base/descriptor.h"
#include "base/error.h"
#include "base/file.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdint>

namespace prunescope::cli {
namespace {

constexpr std::uint64_t longestPassphraseFile = 4096;

/// Does not show what is typed as long as it exists.
class QuietTerminal {
public:
    explicit QuietTerminal(int terminal) : terminal_(terminal) {
        known_ = ::tcgetattr(terminal_, &before_) == 0;
        if (!known_) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(terminal_, TCSAFLUSH, &quiet);
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;
    ~QuietTerminal() {
        if (known_) ::tcsetattr(terminal_, TCSAFLUSH, &before_);
    }

private:
    int terminal_;
    termios before_{};
    bool known_ = false;
};

std::optional<std::string> typed(const std::string& prompt) {
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
    if (!terminal.valid()) return std::nullopt;
    const QuietTerminal quiet(terminal.get());
    const auto write = [&](std::string_view text) {
        return ::write(terminal.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
    };
    if (!write(prompt)) return std::nullopt;
    std::string line;
    for (char c = 0; ::read(terminal.get(), &c, 1) == 1 && c != '\n';) line += c;
    write("\n");
    return line;
}

}  // namespace

std::optional<std::string> readPassphrase(const std::string& file, const std::string& prompt) {
    if (file.empty()) return typed(prompt);
    std::string passphrase = readFile(file, longestPassphraseFile);
    passphrase = passphrase.substr(0, passphrase.find('\n'));
    if (passphrase.empty())
        throw UsageError("--passphrase-file", Text::of("{} has no passphrase in its first line", file),
                         Text::of("Write it there, or leave the option out."));
    return passphrase;
}

}  // namespace prunescope::cli
