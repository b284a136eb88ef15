#!/usr/bin/env bash
# A PostgreSQL of the tests' own: `up DIR` starts it on a socket in DIR, `down DIR` ends it. Prints
# nothing but errors. Run as root it drops to the postgres user, because the server refuses root.
# `up DIR memory` keeps the data in memory where there is room: tests make hundreds of databases, and
# on a disk each costs a checkpoint.
set -euo pipefail
action=$1
folder=$2
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
as=()
if [ "$(id -u)" = 0 ]; then as=(runuser -u postgres --); fi

end_server() {
    if [ -f "$folder/data/postmaster.pid" ]; then
        "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null || true
    fi
    if [ -L "$folder/data" ]; then rm -rf "$(readlink "$folder/data")"; fi
    rm -rf "$folder"
}

data_in_memory() {
    local free_kb data
    free_kb=$(df --output=avail /dev/shm 2>/dev/null | tail -n 1 || echo 0)
    [ "${free_kb:-0}" -gt 4000000 ] || return 0
    data=$(mktemp -d /dev/shm/xiaobao-postgres-XXXXXX)
    if [ "$(id -u)" = 0 ]; then chown postgres "$data"; fi
    ln -s "$data" "$folder/data"
}

case $action in
up)
    end_server
    mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then
        chown postgres "$folder"
        # Every folder above must let that user through.
        path=$folder
        while [ "$path" != / ]; do
            "${as[@]}" test -x "$path" || chmod o+x "$path"
            path=$(dirname "$path")
        done
    fi
    if [ "${3:-}" = memory ]; then data_in_memory; fi
    "${as[@]}" "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C \
        >"$folder.log" 2>&1
    cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 200
log_error_verbosity = terse
log_parameter_max_length_on_error = 0
shared_buffers = 128MB
CONF
    "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w start >/dev/null
    ;;
down)
    end_server
    ;;
esac
