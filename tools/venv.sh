#!/bin/sh
# venv.sh DIR: a virtual environment in DIR, made with the first Python 3.11 or newer that can make one.
set -u
dir=$1
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
for python in "${PYTHON:-python3}" python3 python python3.14 python3.13 python3.12 python3.11; do
    command -v "$python" >/dev/null 2>&1 && "$python" -c "$new_enough" 2>/dev/null || continue
    rm -rf "$dir"
    "$python" -m venv "$dir" 2>/dev/null && exit 0
    # Debian keeps what venv needs in a package of its own; virtualenv and uv do without it
    "$python" -m virtualenv --quiet "$dir" 2>/dev/null && exit 0
    rm -rf "$dir"
    command -v uv >/dev/null 2>&1 && uv venv --quiet --seed --python "$python" "$dir" && exit 0
    rm -rf "$dir"
    found=$python
done
if [ -n "${found:-}" ]; then
    echo "$found cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2
else
    echo "Python 3.11 or newer is needed and none was found; say which to use: make PYTHON=/path/to/python3.12" >&2
fi
exit 2
