#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a test of a build with sanitizers. The leak checker itself can crash at the end of a process while a driver's threads end
# (seen with gcc 12 and glibc 2.36): the test then runs again, and if that happens again once more without looking for leaks,
# which it says. Findings are never retried.
# usage: sanitize.sh COMMAND [ARGUMENT...]
set -u
messages=$(mktemp)
trap 'rm -f "$messages"' EXIT
for attempt in 1 2 3; do
    if [ "$attempt" = 3 ]; then
        echo 'not checked for leaks: the leak checker crashed twice'
        ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
        export ASAN_OPTIONS
    fi
    "$@" 2>"$messages"
    status=$?
    grep -q 'LeakSanitizer has encountered a fatal error' "$messages" || break
done
cat "$messages" >&2
exit "$status"
