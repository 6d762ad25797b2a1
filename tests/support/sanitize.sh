#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a test of a build with sanitizers; once more, up to three times, if the leak checker itself crashed: with gcc 12 and
# glibc 2.36 it does so now and then while a driver's threads end. Findings are never retried.
# usage: sanitize.sh COMMAND [ARGUMENT...]
set -u
messages=$(mktemp)
trap 'rm -f "$messages"' EXIT
for attempt in 1 2 3; do
    "$@" 2>"$messages"
    status=$?
    grep -q 'LeakSanitizer has encountered a fatal error' "$messages" || break
    echo "attempt $attempt: the leak checker crashed"
done
cat "$messages" >&2
exit "$status"
