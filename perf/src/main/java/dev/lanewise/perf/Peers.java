package dev.lanewise.perf;

import dev.lanewise.perf.peer.FftwThreads;
import dev.lanewise.perf.peer.NativeLibrary;
import java.util.ArrayList;
import java.util.List;

/** Who is there to be compared with. */
final class Peers {
    private Peers() {}

    /** One sentence: those in Java, which always are, and those in native code, present or absent. */
    static String present() {
        List<String> parts = new ArrayList<>();
        parts.add("Commons Math, JTransforms, EJML, ojAlgo, netlib");
        parts.add("FFTW " + state("libfftw3.so.3", "libfftw3.dylib"));
        parts.add("FFTW single " + state("libfftw3f.so.3", "libfftw3f.dylib"));
        parts.add("FFTW's threads " + (FftwThreads.present() ? "present" : "absent"));
        parts.add("OpenBLAS " + state("libopenblas.so.0", "libopenblas.so", "libopenblas.dylib"));
        String ffht = System.getProperty("lanewise.peer.ffht");
        parts.add("FFHT " + (ffht == null ? "absent" : state(ffht)));
        return String.join("; ", parts);
    }

    private static String state(String... names) {
        return NativeLibrary.find(names).isPresent() ? "present" : "absent";
    }
}
