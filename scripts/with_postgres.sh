#!/usr/bin/env bash
# Runs a command with DATABASE_URL at a PostgreSQL server of its own: made for it in a throw-away folder, reached
# through a socket in that folder alone, and gone afterwards, however the command or this script ends.
#     scripts/with_postgres.sh make suite           scripts/with_postgres.sh --where   (the folder of its programs)
# PG_BIN names that folder, where it is not found. As root the server runs as the user `postgres`: it refuses root.
set -euo pipefail

say() { printf 'with_postgres: %s\n' "$*" >&2; }

find_programs() {  # the newest there is
    local folder
    for folder in ${PG_BIN:-} $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) \
        "$(pg_config --bindir 2>/dev/null || true)" "$(dirname "$(command -v initdb || true)")"; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then echo "$folder"; return; fi
    done
    say "PostgreSQL's server is not installed. To install it (Debian, Ubuntu):"
    say "    sudo apt-get update && sudo apt-get install -y --no-install-recommends postgresql"
    say "or name the folder that holds its initdb and pg_ctl: PG_BIN=/path/to/bin"
    return 1
}

bin=$(find_programs)
if [ "${1:-}" = --where ]; then echo "$bin"; exit; fi

as_owner=()
if [ "$(id -u)" = 0 ]; then
    if ! id postgres >/dev/null 2>&1; then
        say "PostgreSQL refuses to run as root, and there is no user postgres to run it as (Debian's package makes one)."
        exit 1
    fi
    as_owner=(runuser -u postgres --)
fi

# A short name, in /tmp whatever TMPDIR is: the path of a socket may have 107 letters.
folder=$(mktemp -d /tmp/amparo-pg.XXXXXX)

stop() {
    "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

[ "$(id -u)" != 0 ] || chown postgres: "$folder"
cd /  # the owner may have no right to be where we are
"${as_owner[@]}" "$bin/initdb" -D "$folder/data" -U amparo -A trust -E UTF8 --locale=C --wal-segsize=1 --no-sync >/dev/null
# Nothing in it is to outlive it: no waiting for the disk. And a small log of changes, as some tests read it all.
cat <<CONF | "${as_owner[@]}" tee -a "$folder/data/postgresql.conf" >/dev/null
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 200
fsync = off
full_page_writes = off
min_wal_size = 8MB
max_wal_size = 32MB
logging_collector = off
CONF
if ! "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 start >/dev/null; then
    say "the server did not start:"
    cat "$folder/log" >&2 || true
    exit 1
fi
"${as_owner[@]}" "$bin/createdb" -h "$folder" -U amparo amparo

# For when nothing can be trapped (kill -9): a watcher that outlives this script, and stops the server then.
export -f stop
export bin folder
OWNER=${as_owner[*]} setsid bash -c '
    read -r -a as_owner <<<"$OWNER"
    while kill -0 "$1" 2>/dev/null && [ -d "$folder" ]; do sleep 1; done
    [ ! -d "$folder" ] || stop' watcher $$ </dev/null >/dev/null 2>&1 &
disown

cd - >/dev/null
export DATABASE_URL="postgresql://amparo@${folder//\//%2F}/amparo"
# In the background and waited for: only so is a signal to this script acted upon at once. With job control, or the
# command could not be interrupted; in a process group of its own, so that all it has started ends with it.
set -m
"$@" &
command=$!
end_command() {
    kill -TERM -- "-$command" 2>/dev/null || true
    wait "$command" 2>/dev/null || true
    exit "$1"
}
trap 'end_command 130' INT
trap 'end_command 143' TERM HUP
wait "$command"
