#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a test under oclgrind and fails if it reports anything: oclgrind itself exits with the test's status.
# Its messages are read from the standard error: what it writes to a --log is lost when the process ends before it is flushed.
# Kernels are compiled without optimisation: oclgrind 21.10 does not know some of the intrinsics that LLVM 14 makes, and crashes
# on others. OCLGRIND_OPTIONS holds more options, separated by spaces.
# usage: oclgrind.sh COMMAND [ARGUMENT...]
set -u
messages=$(mktemp)
trap 'rm -f "$messages"' EXIT
# shellcheck disable=SC2086 # a list of words
oclgrind --check-api --data-races ${OCLGRIND_OPTIONS:-} --build-options -cl-opt-disable --max-errors 20 \
    "$@" 2>"$messages"
status=$?
head -n 300 "$messages" >&2
# Every finding in a kernel has a line that names it.
if grep -qE '^[[:space:]]Kernel: |^Oclgrind - |^OCLGRIND ' "$messages"; then
    echo 'FAILED: oclgrind has findings, see the standard error'
    [ "$status" -ne 0 ] || status=1
fi
exit "$status"
