# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034,SC2154
# Shared by tools/quickstart and tools/test: what a build needs, installing what is missing, running a build step quietly.

# package, then how to notice that it is there: a command, a pkg-config module, a file or an OpenCL driver
packages_build='
gcc command cc
libc6-dev file /usr/include/stdio.h
pkg-config command pkg-config
python3 command python3
meson command meson
ninja-build command ninja
ocl-icd-opencl-dev module OpenCL
libclblast-dev module clblast
libcjson-dev module libcjson
zlib1g-dev module zlib
pocl-opencl-icd driver pocl
'
packages_data='
dataset-fashion-mnist file /usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz
'
packages_test='
g++ command c++
check module check
clang command clang
oclgrind command oclgrind
mesa-opencl-icd driver rusticl
locales file /usr/share/i18n/locales/de_DE
'

present() {
    case $1 in
    command) command -v "$2" >/dev/null ;;
    module) pkg-config --exists "$2" 2>/dev/null ;;
    file) [ -e "$2" ] ;;
    driver) [ -n "$(find "${OCL_ICD_VENDORS:-/etc/OpenCL/vendors}" -name "*$2*" 2>/dev/null)" ] ;;
    esac
}

installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing_packages() {
    printf '%s\n' "$@" | while read -r package kind what; do
        [ -n "$package" ] || continue
        present "$kind" "$what" || installed "$package" || printf ' %s' "$package"
    done
}

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# quietly WHAT COMMAND...: one line while it runs, all output if it fails.
quietly() {
    printf '%s\n' "$1"
    shift
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        rm -f "$log"
        fail "failed: $*"
    fi
    rm -f "$log"
}

# install_packages TABLE...: installs what is missing of the tables above, saying first what that is.
install_packages() {
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        printf 'This is not a Debian-like system. Not found, by the names of the Debian packages:%s\n' "$missing" >&2
        # Any other OpenCL driver does as well, and an unpackaged one cannot be noticed here.
        [ "$missing" = ' pocl-opencl-icd' ] && return 0
        fail 'Install them with your package manager and run this again.'
    fi
    printf 'Installing with apt:%s\n' "$missing"
    root=
    if [ "$(id -u)" != 0 ]; then
        root=sudo
        { command -v sudo >/dev/null && sudo true; } || fail 'Needs root or sudo. Run this as root, then try again:' \
            "    apt-get install --no-install-recommends$missing"
    fi
    # A third-party repository that cannot be reached is no reason to stop: the installation tells.
    $root apt-get update -qq || true
    # $missing and $root are lists of words here.
    # shellcheck disable=SC2086
    quietly 'This can take a few minutes.' $root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 $missing
}

# build FOLDER OPTION...: sets the build folder up, or changes its options if it exists, and compiles.
build() {
    folder=$1
    shift
    if [ -e "$folder/build.ninja" ]; then
        quietly "Configuring $folder" meson setup --reconfigure "$folder" "$source" "$@"
    else
        quietly "Configuring $folder" meson setup "$folder" "$source" "$@"
    fi
    quietly "Compiling $folder" meson compile -C "$folder"
}
