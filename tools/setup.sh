#!/usr/bin/env bash
# Makes .venv and installs Operative into it, with the extras named:  tools/setup.sh [--system] [EXTRA...]
# --system also installs the Debian packages that tests use, where they are missing and this is root.
set -euo pipefail
cd "$(dirname "$0")/.."

# What installers print may name package servers; a log should not.
quietly() {
  "$@" 2>&1 | sed -E -e "/^WARNING: /d" -e "s#[a-z]+://[^ '\"]+#(package server)#g" -e "s/host='[^']*'/host=(package server)/g"
}

debian() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then return 1; fi
  echo "Installing $* (Debian)"
  export DEBIAN_FRONTEND=noninteractive
  quietly apt-get update -qq || true
  quietly apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

find_python() {
  local name
  for name in "${PYTHON:-python3}" python3 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  echo "Operative needs Python 3.11 or later; there is: $(python3 --version 2>&1 || true)" >&2
  return 1
}

make_venv() {
  local python
  python=$(find_python)
  # A venv knows its own place: one that was moved or half made is made again.
  if [ -x .venv/bin/python ] && [ "$(cat .venv/.place 2>/dev/null)" = "$PWD" ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then
    return
  fi
  rm -rf .venv
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    debian python3-venv || { echo "Python's venv module is missing; install it with: apt-get install python3-venv" >&2; return 1; }
  fi
  "$python" -m venv .venv
  printf '%s' "$PWD" > .venv/.place
}

system=no
extras=()
for word in "$@"; do
  if [ "$word" = --system ]; then system=yes; else extras+=("$word"); fi
done

if [ "$system" = yes ]; then
  missing=()
  command -v tesseract >/dev/null || missing+=(tesseract-ocr)
  command -v postgres >/dev/null || compgen -G "/usr/lib/postgresql/*/bin/postgres" >/dev/null || missing+=(postgresql)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
  if [ ${#missing[@]} -gt 0 ]; then
    debian "${missing[@]}" || echo "Missing ${missing[*]}: the tests that use them are skipped."
  fi
fi

make_venv
wanted=$(IFS=,; echo "${extras[*]:-}")
for extra in "${extras[@]:-run}"; do
  stamp=.venv/.ready-$extra
  if [ ! -e "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
    echo "Installing Operative into .venv${wanted:+ with $wanted}"
    quietly .venv/bin/python -m pip install -q --disable-pip-version-check --no-input -e ".${wanted:+[$wanted]}"
    touch .venv/.ready-run
    for done in "${extras[@]:-run}"; do touch ".venv/.ready-$done"; done
    break
  fi
done
