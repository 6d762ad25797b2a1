#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a test under oclgrind and fails if it reports anything: oclgrind itself exits with the test's status.
# usage: oclgrind.sh COMMAND [ARGUMENT...]
set -u
log=$(mktemp)
trap 'rm -f "$log"' EXIT
oclgrind --check-api --data-races --uninitialized --max-errors 20 --log "$log" "$@"
status=$?
if [ -s "$log" ]; then
    echo "oclgrind reports:"
    head -n 200 "$log"
    [ "$status" -ne 0 ] || status=1
fi
exit "$status"
