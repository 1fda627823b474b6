package fr.preau.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/**
 * Two gigabytes when everything is proved, fifty megabytes otherwise: the same code, the same flat
 * memory.
 */
class HugeFileTest {
    private static final long SIZE =
            "full".equals(System.getProperty("preau.proof")) ? 2_000_000_000L : 50_000_000L;

    @Test
    void a_file_is_streamed_whatever_its_size() throws Exception {
        var record =
                AafFolder.pupil("7000001", "101", "Benali", "ENTEleveAutoriteParentale=1$10|2$20")
                        .getBytes(StandardCharsets.UTF_8);
        var count = SIZE / record.length;
        var before = used();
        var sink = new Counter(before);
        RecordReader.read(endless(record, count), sink);
        assertThat(sink.records).isEqualTo(count);
        assertThat(sink.highest).isLessThan(40_000_000L);
    }

    @Test
    void one_value_of_absurd_length_is_never_held() throws Exception {
        var sink = new Counter(used());
        var head =
                AafFolder.HEAD
                        + "<addRequest><identifier><id>1</id></identifier><attributes><attr name=\"x\"><value>";
        var body = "x".repeat(1000).getBytes(StandardCharsets.UTF_8);
        var tail = "</value></attr></attributes></addRequest></ficAlimMENESR>";
        RecordReader.read(
                new SequenceInputStream(
                        Collections.enumeration(
                                java.util.List.of(
                                        stream(head), repeated(body, SIZE / 1000), stream(tail)))),
                sink);
        assertThat(sink.unusable).isEqualTo(1);
        assertThat(sink.highest).isLessThan(40_000_000L);
    }

    private static InputStream endless(byte[] record, long count) {
        return new SequenceInputStream(
                Collections.enumeration(
                        java.util.List.of(
                                stream(AafFolder.HEAD),
                                repeated(record, count),
                                stream("</ficAlimMENESR>"))));
    }

    private static InputStream stream(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream repeated(byte[] bytes, long count) {
        return new SequenceInputStream(
                new java.util.Enumeration<>() {
                    private long left = count;

                    @Override
                    public boolean hasMoreElements() {
                        return left > 0;
                    }

                    @Override
                    public InputStream nextElement() {
                        left--;
                        return new java.io.ByteArrayInputStream(bytes);
                    }

                    @Override
                    public Iterator<InputStream> asIterator() {
                        throw new UnsupportedOperationException();
                    }
                });
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Looks at what is really held ten times in all: collecting the garbage takes a while. */
    private static final class Counter implements RecordReader.Sink {
        final long before;
        long records;
        long unusable;
        long highest;

        Counter(long before) {
            this.before = before;
        }

        @Override
        public void record(FeedRecord read) {
            records++;
            if (records % (SIZE / 10_000) == 0) highest = Math.max(highest, used() - before);
        }

        @Override
        public void unusable(String id, String reason) {
            unusable++;
            highest = Math.max(highest, used() - before);
        }
    }
}
