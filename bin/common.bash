# shellcheck shell=bash
# What every command needs: how to fail, a JDK, Maven, a lock.

readonly jdk_needed=21

die() {
  printf 'countersign: %s\n' "$1" >&2
  exit 1
}

misuse() {
  printf 'countersign: %s\n' "$1" >&2
  exit 2
}

# Prints the feature release of the JDK at $1, or nothing when there is none.
jdk_release() {
  local version
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release" 2>/dev/null || true)
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1) || true
  fi
  version=${version#1.}
  version=${version%%[!0-9]*}
  printf '%s' "$version"
}

# Prints, one a line, the folders in which JDKs are usually found.
usual_jdks() {
  local home
  if [ -n "${COUNTERSIGN_JDK_SEARCH-}" ]; then
    printf '%s\n' "$COUNTERSIGN_JDK_SEARCH" | tr ':' '\n'
    return
  fi
  if command -v java >/dev/null 2>&1; then
    home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p') || true
    printf '%s\n' "$home"
  fi
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    printf '%s\n' "$home"
  done
}

# Sets JAVA_HOME: the one given if it is new enough, else the newest that is found. With
# COUNTERSIGN_JDK_SEARCH (folders separated by colons) only those folders are looked at.
find_jdk() {
  local home release best='' best_release=0
  if [ -z "${COUNTERSIGN_JDK_SEARCH-}" ] && [ -n "${JAVA_HOME-}" ]; then
    release=$(jdk_release "$JAVA_HOME")
    [ "${release:-0}" -lt "$jdk_needed" ] || return 0
  fi
  while IFS= read -r home; do
    [ -d "$home" ] || continue
    release=$(jdk_release "$home")
    if [ "${release:-0}" -gt "$best_release" ]; then
      best=$home
      best_release=$release
    fi
  done < <(usual_jdks)
  [ "$best_release" -ge "$jdk_needed" ] ||
    die "no JDK $jdk_needed or newer was found; install one (for example Temurin 25) or set JAVA_HOME to it."
  export JAVA_HOME=$best
}

# Prints the Maven command to run from the root: the wrapper's own, or the one on the PATH where the
# wrapper cannot fetch it.
maven_command() {
  if (cd "$COUNTERSIGN_ROOT" && ./mvnw -v) >/dev/null 2>&1; then
    printf ./mvnw
  elif command -v mvn >/dev/null 2>&1; then
    printf mvn
  else
    die "Maven could not be fetched: check the network connection, or install Maven 3.8 or newer."
  fi
}

# Locks file descriptor $1; with "wait" as $2 waits for it. The kernel drops the lock when the last
# process that holds the descriptor ends, so none is ever left behind.
lock() {
  local patience=${2-}
  if command -v flock >/dev/null 2>&1; then
    if [ "$patience" = wait ]; then flock "$1"; else flock -n "$1"; fi
  else
    # shellcheck disable=SC2016
    perl -e 'use Fcntl ":flock"; open(my $f, ">&=", $ARGV[0]) or exit 1;
      exit(flock($f, $ARGV[1] eq "wait" ? LOCK_EX : LOCK_EX | LOCK_NB) ? 0 : 1)' "$1" "$patience"
  fi
}
