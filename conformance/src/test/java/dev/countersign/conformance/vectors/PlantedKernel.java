package dev.countersign.conformance.vectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The kernel with one file of the core compiled from another text, and all else as it is. */
final class PlantedKernel extends ClassLoader {
  private static final String CORE = "dev.countersign.kernel.core.";
  private static final List<String> OWN =
      List.of("dev.countersign.kernel.", PlantedKernel.class.getPackageName() + ".");

  private final Map<String, byte[]> planted;

  private PlantedKernel(Map<String, byte[]> planted) {
    super(PlantedKernel.class.getClassLoader());
    this.planted = planted;
  }

  /**
   * @param file such as {@code Standing.java}
   */
  static PlantedKernel of(String file, String source) {
    return new PlantedKernel(compile(CORE + file.replace(".java", ""), source));
  }

  /** What the comparison makes of the vectors with this kernel. */
  Map<String, Object> compare(Stream<String> lines) {
    try {
      @SuppressWarnings("unchecked") // plain values of the JDK on both sides of the loader
      var comparison =
          (Function<Stream<String>, Map<String, Object>>)
              loadClass(Comparison.class.getName()).getConstructor().newInstance();
      return comparison.apply(lines);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (OWN.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = planted.get(name);
    if (bytes == null) {
      try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        bytes = in.readAllBytes();
      } catch (IOException unread) {
        throw new UncheckedIOException(unread);
      }
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static Map<String, byte[]> compile(String name, String source) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> out = new HashMap<>();
    var messages = new java.io.StringWriter();
    try (var files = new InMemory(compiler.getStandardFileManager(null, null, null), out)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
      var text = new Source(name, source);
      if (!compiler.getTask(messages, files, null, options, null, List.of(text)).call()) {
        throw new IllegalArgumentException(name + " does not compile:\n" + messages);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Map<String, byte[]> classes = new HashMap<>();
    out.forEach((type, bytes) -> classes.put(type, bytes.toByteArray()));
    return classes;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> out;

    InMemory(StandardJavaFileManager files, Map<String, ByteArrayOutputStream> out) {
      super(files);
      this.out = out;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String name,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return out.computeIfAbsent(name, type -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
