#!/bin/sh
# SPDX-License-Identifier: MIT
# Every public header compiles alone, as C11 and (where there is a compiler) as C++, and nadir.h includes them all.
# usage: headers.sh INCLUDE_FOLDER C_COMPILER
set -u
include=$1
compiler=$2
flags='-Wall -Wextra -Wpedantic -Werror -fsyntax-only'
failed=0
count=0
for header in "$include"/nadir/*.h; do
    name=nadir/$(basename "$header")
    count=$((count + 1))
    # Included twice, after nothing else: it needs what it uses, and guards itself.
    source="#include \"$name\"
#include \"$name\"
int nadir_header_compiles;"
    # shellcheck disable=SC2086 # lists of words
    printf '%s\n' "$source" | $compiler -std=c11 $flags -I "$include" -x c - || { echo "FAILED: $name as C11"; failed=1; }
    if command -v c++ >/dev/null; then
        # shellcheck disable=SC2086
        printf '%s\n' "$source" | c++ -std=c++11 $flags -I "$include" -x c++ - || { echo "FAILED: $name as C++"; failed=1; }
    fi
    [ "$name" = nadir/nadir.h ] || grep -qx "#include \"$name\"" "$include/nadir/nadir.h" ||
        { echo "FAILED: nadir.h does not include $name"; failed=1; }
done
command -v c++ >/dev/null || echo 'no C++ compiler: headers were compiled as C only'
echo "$count headers"
[ "$count" -gt 0 ] && [ "$failed" = 0 ]
