# Sourced by scripts/gilsim and scripts/test: installs what is missing and builds, saying on standard error what it does.
# Standard output belongs to the program that is run, so nothing here may write to it.

root=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
release="$root/build/release"

say() { printf 'gilsim: %s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }

# Two runs at once in a fresh checkout must not build into each other. The lock lasts until unlock_build.
lock_build() {
  mkdir -p "$root/build" 2>/dev/null && [ -w "$root/build" ] || fail "$root cannot be written to, so nothing can be" \
    "built there. Make it writable, or clone it to a folder of your own."
  exec 9>"$root/build/lock" || fail "$root/build/lock belongs to somebody else; remove it or clone to a folder of your own."
  flock 9
}
unlock_build() { exec 9>&-; }

missing_packages() {
  local package
  for package in $(grep -v '^#' "$root/scripts/packages.txt"); do
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

# With another system's package manager the tools may be there all the same; then the build says what it misses.
require_tools_without_apt() {
  local tool
  for tool in g++ meson ninja pkg-config; do
    command -v "$tool" >/dev/null || fail "there is no $tool, and no apt-get to install it with. Install the packages" \
      "named in $root/scripts/packages.txt with this system's package manager, then run this again."
  done
}

# Prints the command that makes a person root, nothing for root; fails where neither is possible.
become_root() {
  [ "$(id -u)" = 0 ] && return 0
  command -v sudo >/dev/null || return 1
  if [ -t 0 ]; then echo sudo; else sudo -n true 2>/dev/null && echo 'sudo -n'; fi
}

install_packages() {
  local missing as_root log
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    require_tools_without_apt
    return
  fi
  missing=$(missing_packages | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  as_root=$(become_root) || fail "these packages are missing and only root can install them; run this once, then try" \
    "again: sudo apt-get install ${missing% }"
  say "installing the packages that are missing: ${missing% }"
  log=$(mktemp)
  if ! { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y \
    --no-install-recommends -o DPkg::Lock::Timeout=300 $missing; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    fail "the packages could not be installed; the lines above are the end of $log."
  fi
  rm -f "$log"
}

# configure DIRECTORY OPTIONS…: sets up a build directory unless it is there already.
configure() {
  local directory=$1
  shift
  [ -f "$directory/build.ninja" ] && return 0
  say "configuring ${directory#"$root/"}"
  rm -rf "$directory"
  mkdir -p "$directory"
  if ! meson setup "$directory" "$root" "$@" >"$directory.log" 2>&1; then
    tail -n 20 "$directory.log" >&2
    rm -rf "$directory"
    fail "meson could not configure the build; the whole log is $directory.log."
  fi
}

# build DIRECTORY TARGETS…: everything when no target is named.
build() {
  local directory=$1
  shift
  say "building ${directory#"$root/"} (the first time takes five to ten minutes)"
  # A terminal sees how far it has come, on one line.
  if [ -t 2 ]; then
    NINJA_STATUS="gilsim: %p, step %f of %t: " ninja -C "$directory" "$@" >&2 || fail "the build failed; what failed stands above."
  elif ! ninja -C "$directory" "$@" >"$directory.log" 2>&1; then
    sed -n '/^FAILED/,$p' "$directory.log" | head -n 60 >&2
    fail "the build failed; the whole log is $directory.log."
  fi
}
