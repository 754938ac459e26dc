#include "compiled_network.h"

#include "base/file.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace prunescope::csource {

CommandResult runCommand(const std::string& command) {
    CommandResult result;
    std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("no pipe for " + command);
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        result.printed.append(buffer.data(), count);
    const int status = pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

void writeSources(const CSource& source, const std::string& name, const test::TemporaryFolder& folder) {
    writeFileAtomically(folder / (name + ".h"), source.header);
    writeFileAtomically(folder / (name + ".c"), source.source);
    writeFileAtomically(folder / (name + "_bench.c"), source.bench);
}

CompiledNetwork::CompiledNetwork(const CSource& source, const std::string& name, const std::string& compiler,
                                 const std::string& flags) {
    writeSources(source, name, folder_);
    const std::string library = (folder_ / "network.so").string();
    const CommandResult compiled =
        runCommand(fmt::format("{} {} {} -shared -fPIC {} -o {}", compiler, strictC99, flags,
                               (folder_ / (name + ".c")).string(), library));
    if (compiled.status != 0) throw std::runtime_error(compiled.printed);
    library_ = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library_ == nullptr) throw std::runtime_error(dlerror());
    predict_ = reinterpret_cast<int (*)(const float*, float*)>(symbol(name + "_predict"));
    if (predict_ == nullptr) throw std::runtime_error("the program has no " + name + "_predict");
}

CompiledNetwork::~CompiledNetwork() {
    dlclose(library_);
}

void* CompiledNetwork::symbol(const std::string& name) const {
    return dlsym(library_, name.c_str());
}

}  // namespace prunescope::csource
