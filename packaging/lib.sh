# shellcheck shell=bash
# Functions shared by packaging/run, packaging/test and .ci/run. To be sourced; the caller sets `-euo pipefail`.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

heading() { printf '\n== %s ==\n' "$*"; }

# part NAME: a heading, from which on time counts as that part's; `part_times` prints them all.
parts=()
part() {
    parts+=("$SECONDS $*")
    heading "$*"
}
part_times() {
    local i begun name
    heading "Minutes and seconds"
    parts+=("$SECONDS")
    for ((i = 0; i + 1 < ${#parts[@]}; ++i)); do
        begun="${parts[i]%% *}" name="${parts[i]#* }"
        printf '%4d:%02d  %s\n' $(((${parts[i + 1]%% *} - begun) / 60)) $(((${parts[i + 1]%% *} - begun) % 60)) "$name"
    done
    printf '%4d:%02d  everything\n' $((SECONDS / 60)) $((SECONDS % 60))
}

stop() {
    printf '\nerror: %s\n' "$*" >&2
    exit 1
}

# The comment at the top of a script is its help text.
print_help() { sed -n '2,/^$/s/^# \{0,1\}//p' "$1"; }

# List PURPOSE...: "package reason" lines of packages.txt.
packages_for() {
    local purpose
    for purpose in "$@"; do
        sed -n "s/^$purpose  *//p" "$root/packaging/packages.txt"
    done
}

# Of the "package reason" lines on standard input, those whose package is not installed.
only_missing() {
    local lines installed package reason
    lines="$(cat)"
    # shellcheck disable=SC2016  # dpkg-query's own placeholders
    # dpkg-query fails when it does not know one of them, and prints the others all the same.
    installed="$(awk '{print $1}' <<<"$lines" |
        xargs dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' 2>/dev/null || true)"
    while read -r package reason; do
        grep -qx "$package installed" <<<"$installed" || printf '%s %s\n' "$package" "$reason"
    done <<<"$lines"
}

print_packages() {
    local package reason
    while read -r package reason; do
        printf '  %-24s %s\n' "$package" "$reason"
    done
}

# Runs a command as root, or stops and says what to do.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# Says how the packages will be installed; stops when this user cannot.
announce_root() {
    local by_hand="apt-get update && apt-get install --no-install-recommends $*"
    if [ "$(id -u)" -eq 0 ]; then
        echo "Installing as root."
    elif ! command -v sudo >/dev/null; then
        stop "installing packages needs root, and there is no sudo. Run this as root, then try again:
  $by_hand"
    elif [ ! -t 0 ] && ! sudo -n true 2>/dev/null; then
        stop "sudo wants a password and there is no terminal to ask on. Run this, then try again:
  sudo sh -c '$by_hand'"
    else
        echo "Installing through sudo; it may ask for your password."
    fi
}

# install_missing PURPOSE...: says what is missing and why, and installs that much.
install_missing() {
    local wanted missing names
    wanted="$(packages_for "$@")"
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This needs the following, by the names of their Debian packages:"
        print_packages <<<"$wanted"
        stop "this is no Debian or Ubuntu, so nothing was installed. Install their counterparts and build with
  cmake --preset release && cmake --build --preset release"
    fi
    missing="$(only_missing <<<"$wanted")"
    if [ -z "$missing" ]; then
        echo "Every package that is needed is installed."
        return
    fi
    echo "These packages are missing and will be installed:"
    print_packages <<<"$missing"
    mapfile -t names < <(awk '{print $1}' <<<"$missing")
    announce_root "${names[@]}"
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${names[@]}"
}

# configure PRESET [CMAKE OPTIONS...]; the build folder is build/PRESET.
configure() { (cd "$root" && cmake --preset "$@"); }

# build PRESET [TARGET...]
build() {
    local preset="$1"
    shift
    (cd "$root" && cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"})
}

# run_tests PRESET [CTEST OPTIONS...]; one more at a time than there are cores, since some wait for a window or a clock.
run_tests() {
    local preset="$1"
    shift
    ctest --test-dir "$root/build/$preset" --output-on-failure --no-tests=error --parallel "$(($(nproc) + 1))" "$@"
}
