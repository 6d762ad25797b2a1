#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a test of a build with sanitizers. The leak checker itself can crash at the end of a process while a driver's threads end
# (seen with gcc 12 and glibc 2.36): the test then runs again, and if that happens again once more without looking for leaks,
# which it says. Findings are never retried.
# Sizes are small where most of the time is the host's reference, in doubles: kernels are not instrumented, and other tests have
# what takes more than one group.
# usage: sanitize.sh COMMAND [ARGUMENT...]
set -u
case $1 in
*/test_activation | */test_cross_entropy | */test_distance_loss | */test_label_loss | */test_pointwise_loss | */test_softmax)
    export NADIR_TEST_SMALL=1
    ;;
esac
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
