# Sourced by the scripts that start Java: finds a JDK by itself.
# Wants a function fail, which prints its argument and ends the script.

wanted_java=25

# Whether folder $1 holds a Java that is new enough, with the tool $2. Its file "release" tells so without starting it.
is_jdk() {
    [ -x "$1/bin/$2" ] && [ -x "$1/bin/java" ] || return 1
    version=
    modules=
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value || [ -n "$key" ]; do
            case $key in
                JAVA_VERSION) version=$value ;;
                MODULES) modules=$value ;;
            esac
        done <"$1/release"
    else
        version=$("$1/bin/java" -version 2>&1 </dev/null)
    fi
    # From "25.0.3", or from openjdk version "25.0.3": what stands behind the first quote, up to what is no digit.
    version=${version#*\"}
    version=${version%%[!0-9]*}
    case $modules in
        '' | *jdk.incubator.vector*) ;;
        *) return 1 ;;
    esac
    [ -n "$version" ] && [ "$version" -ge $wanted_java ]
}

# Sets jdk to the first folder with the tool $1 among JAVA_HOME, the java on the path and the usual folders.
find_jdk() {
    if [ -n "$JAVA_HOME" ] && is_jdk "$JAVA_HOME" "$1"; then
        jdk=$JAVA_HOME
        return
    fi
    java=$(command -v java)
    while [ -h "$java" ]; do
        link=$(readlink "$java")
        case $link in
            /*) java=$link ;;
            *) java=${java%/*}/$link ;;
        esac
    done
    case $java in
        */bin/java)
            if is_jdk "${java%/bin/java}" "$1"; then
                jdk=${java%/bin/java}
                return
            fi
            ;;
    esac
    for jdk in \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/jvm/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "$HOMEBREW_PREFIX"/opt/openjdk*/libexec; do
        if is_jdk "$jdk" "$1"; then
            return
        fi
    done
    fail "no JDK $wanted_java or newer in JAVA_HOME, on the PATH or in the usual folders; install one, for instance Eclipse Temurin $wanted_java, or set JAVA_HOME to it"
}
