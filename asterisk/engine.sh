#!/usr/bin/env bash
# A real Asterisk 22 in a folder of its own, for development, tests and CI: nothing of it is installed
# on the machine. Needs Debian 12 and root; what it makes lies in .asterisk/ and can be deleted.
#   asterisk/engine.sh install | start | stop | cli 'core show channels'
# ASTERISK_HOME  where it lies (default .asterisk in this tree)
# SIP_PORT, ARI_PORT, TLS_PORT, RTP_PORT  where it listens, on loopback only (5060, 8088, 8089, 10000)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=${ASTERISK_HOME:-$(dirname "$here")/.asterisk}
root=$home/root
pidfile=$root/run/asterisk/asterisk.pid
# Debian's stable release has no Asterisk; the next one has.
suite=forky
# A number of its own: the first free one in the folder may be somebody else's on this machine.
user=29105
packages=(asterisk asterisk-moh-opsound-wav asterisk-core-sounds-en-wav)

# Mounts are made in a namespace that ends with the command, so that none is left on the machine.
inside() {
    unshare --mount --uts --ipc --pid --fork --mount-proc="$root/proc" \
        chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C \
        DEBIAN_FRONTEND=noninteractive "$@"
}

fail() { echo "asterisk: $*" >&2; exit 1; }

need_root() {
    [[ $(id -u) == 0 ]] || fail "this needs root: sudo make asterisk"
}

# Where this machine gets its packages: the first address that apt was given.
mirror() {
    local found
    found=$({
        sed -n 's/^URIs: *\([^ ]*\).*/\1/p' /etc/apt/sources.list.d/*.sources
        sed -n 's/^deb \(\[[^]]*\] \)\?\([^ ]*\).*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list
    } 2>/dev/null | head -1)
    [[ $found ]] || fail "apt has no source on this machine; give it one of Debian's"
    echo "$found"
}

install_() {
    need_root
    [[ -e $home/.installed ]] && return
    if ! command -v debootstrap >/dev/null; then
        apt-get -qq update
        DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
            debootstrap debian-archive-keyring >/dev/null
    fi
    echo "Putting Asterisk in $home (once; under a minute) …"
    rm -rf "$home"
    mkdir -p "$home"
    log=$home/install.log
    # Debian 12's debootstrap knows no later release; all are built as "sid" is.
    debootstrap --variant=minbase --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
        "$suite" "$root" "$(mirror)" /usr/share/debootstrap/scripts/sid >"$log" 2>&1 ||
        fail "Debian's packages could not be had; see $log"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    # A mirror's list may be some days old; that it is signed is looked at all the same.
    printf '%s\n' 'APT::Install-Recommends "false";' 'Acquire::Languages "none";' \
        'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/99lean"
    {
        inside groupadd -g "$user" asterisk
        inside useradd -u "$user" -g asterisk -d /var/lib/asterisk -s /usr/sbin/nologin asterisk
        inside apt-get update -q
        inside apt-get install -y -q "${packages[@]}"
        inside apt-get clean
    } >>"$log" 2>&1 || fail "Asterisk could not be installed; see $log"
    rm -rf "$root"/var/lib/apt/lists/*
    inside asterisk -V
    touch "$home/.installed"
}

configure() {
    local to=$root/etc/asterisk-gensvar
    rm -rf "$to"/*.conf
    mkdir -p "$to/keys"
    cp "$here"/conf/*.conf "$to/"
    rm -rf "$root/usr/share/asterisk/sounds/gensvar"
    cp -r "$here/sounds" "$root/usr/share/asterisk/sounds/gensvar"
    sed -i \
        -e "s/127\.0\.0\.1:5060/127.0.0.1:${SIP_PORT:-5060}/" \
        -e "s/127\.0\.0\.1:8089/127.0.0.1:${TLS_PORT:-8089}/" \
        -e "s/^bindport = 8088/bindport = ${ARI_PORT:-8088}/" \
        -e "s/^rtpstart = 10000/rtpstart = ${RTP_PORT:-10000}/" \
        -e "s/^rtpend = 19999/rtpend = $((${RTP_PORT:-10000} + 1999))/" \
        "$to"/*.conf
    local modules
    modules=$(cd "$root" && echo usr/lib/*/asterisk/modules)
    sed -i "s#^astmoddir .*#astmoddir => /$modules#" "$to/asterisk.conf"
    if [[ ! -s $to/keys/asterisk.pem ]]; then
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 \
            -subj /CN=localhost -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' \
            -keyout "$to/keys/asterisk.key" -out "$to/keys/asterisk.pem" 2>/dev/null
    fi
    # A browser on this machine is offered nothing to speak to otherwise; never on a real server.
    local own
    own=$(ip -4 -o addr show scope global | awk '{split($4, a, "/"); print a[1] " => 127.0.0.1"}')
    [[ -z $own ]] || printf '\n[ice_host_candidates]\n%s\n' "$own" >>"$to/rtp.conf"
    chown -R "$user:$user" "$to"
    chmod 600 "$to/keys/asterisk.key"
    install -d -o "$user" -g "$user" "$root/run/asterisk" "$root/var/log/asterisk" \
        "$root/var/lib/asterisk"{,/keys} "$root/var/spool/asterisk" "$root/var/spool/asterisk/recording"
}

cli() { chroot "$root" asterisk -C /etc/asterisk-gensvar/asterisk.conf -rx "$1"; }

is_running() { [[ -s $pidfile ]] && kill -0 "$(cat "$pidfile")" 2>/dev/null; }

start() {
    need_root
    install_
    is_running && fail "it runs already; first: asterisk/engine.sh stop"
    configure
    rm -f "$root"/run/asterisk/asterisk.{ctl,pid}
    # A call takes about six open files.
    ulimit -n 65536 2>/dev/null || ulimit -n "$(ulimit -Hn)"
    setsid unshare --mount --propagation private bash -c '
        mount -t proc proc "$1/proc"
        mount --bind /dev "$1/dev"
        export MALLOC_ARENA_MAX=2
        exec chroot "$1" asterisk -f -U asterisk -G asterisk -C /etc/asterisk-gensvar/asterisk.conf
    ' _ "$root" </dev/null >"$root/var/log/asterisk/said" 2>&1 &
    for _ in $(seq 300); do
        if cli 'core waitfullybooted' 2>/dev/null | grep -q 'fully booted'; then
            echo "Asterisk runs: SIP at 127.0.0.1:${SIP_PORT:-5060}, ARI at 127.0.0.1:${ARI_PORT:-8088}"
            return
        fi
        sleep 0.1
    done
    tail -20 "$root/var/log/asterisk/said" >&2
    fail "it did not start within 30 s; what it said stands above"
}

stop() {
    need_root
    is_running || return 0
    local pid
    pid=$(cat "$pidfile")
    cli 'core stop now' >/dev/null 2>&1 || kill "$pid" 2>/dev/null || true
    for _ in $(seq 50); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -9 "$pid"
}

case "${1:-}" in
install) install_ ;;
start) start ;;
stop) stop ;;
cli) cli "$2" ;;
*) fail "say install, start, stop or cli" ;;
esac
