# What ./run, ./test and ./bench need of the machine: sourced by them. Installs from Debian where it may.

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

debian() { [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install() {
  say "Installing $* from Debian …"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/tmp/ka-apt.$$ 2>&1 \
    || { tail -n 5 /tmp/ka-apt.$$ >&2; fail "Debian could not install $*: see the lines above."; }
  rm -f /tmp/ka-apt.$$
}

java_version() { "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1; }

# A JDK from 17 on: JAVA_HOME, else the one in the path, else Debian's.
require_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then
    java=$JAVA_HOME/bin/java
  elif command -v javac >/dev/null; then
    java=$(command -v java)
  elif debian; then
    install openjdk-17-jdk-headless
    java=$(command -v java)
  else
    fail "A Java Development Kit 17 or newer is needed: on Debian, sudo apt-get install openjdk-17-jdk-headless."
  fi
  version=$(java_version "$java")
  [ "${version:-0}" -ge 17 ] || fail "Java $version is too old: 17 or newer is needed (sudo apt-get install openjdk-17-jdk-headless, or set JAVA_HOME)."
}

require_maven() {
  command -v mvn >/dev/null && return
  debian || fail "Maven 3.8 or newer is needed: on Debian, sudo apt-get install maven."
  install maven
}

# Builds when a source is newer than the application; says which module it is at.
build() {
  ear=ear/target/krisenaustausch.ear
  if [ -f "$ear" ] && [ -z "$(find pom.xml persistence ejb web wildfly-config ear -name target -prune -o -type f -newer "$ear" -print 2>/dev/null | head -n 1)" ]; then
    return
  fi
  say "Building (the first time also downloads about 700 MB) …"
  mkdir -p target
  mvn -B -ntp -DskipTests package >target/build.log 2>&1 &
  maven=$!
  trap 'kill $maven 2>/dev/null; exit 130' INT TERM
  shown=
  while kill -0 $maven 2>/dev/null; do
    now=$(sed -n 's/^\[INFO\] Building \(.*\) 0\.1.*\(\[[0-9]*\/[0-9]*\]\)$/\2 \1/p' target/build.log | tail -n 1)
    if [ "$now" != "$shown" ]; then say "  $now"; shown=$now; fi
    sleep 1
  done
  trap - INT TERM
  wait $maven || { grep '^\[ERROR\]' target/build.log | head -n 12 >&2; fail "The build failed; its log is target/build.log."; }
  touch "$ear"
}

# A Chromium for the browser tests: Debian's, Chrome, or the one that KA_CHROMIUM or Playwright's own folder names.
require_chromium() {
  for program in "${KA_CHROMIUM:-}" /usr/bin/chromium /usr/bin/google-chrome /usr/bin/google-chrome-stable; do
    [ -n "$program" ] && [ -x "$program" ] && return
  done
  [ -d "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}" ] && return
  debian || fail "Chromium is needed for the browser tests: on Debian, sudo apt-get install chromium, or name one in KA_CHROMIUM."
  install chromium
}
