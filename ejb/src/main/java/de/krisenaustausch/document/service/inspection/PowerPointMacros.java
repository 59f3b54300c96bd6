package de.krisenaustausch.document.service.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Looks for macros in a PowerPoint file up to 2003, whose directory does not show them: a VbaInfo container [MS-PPT
 * 2.4.10] stands somewhere among the records. Reads the file once, in pieces.
 */
final class PowerPointMacros {

    /** Headers of the container (type 0x03FF, 20 bytes) and of the atom in it (type 0x0400, 12 bytes). */
    private static final byte[] VBA_INFO = {0x1F, 0x00, (byte) 0xFF, 0x03, 0x14, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x04, 0x0C, 0x00, 0x00, 0x00};
    private static final int PIECE = 256 * 1024;

    private PowerPointMacros() {
    }

    static boolean in(FileChannel file) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long at = 0; file.read(piece.clear(), at) > 0; at += PIECE - VBA_INFO.length) {
            if (contains(piece.array(), piece.position())) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(byte[] bytes, int length) {
        for (int i = 0; i <= length - VBA_INFO.length; i++) {
            int same = 0;
            while (same < VBA_INFO.length && bytes[i + same] == VBA_INFO[same]) {
                same++;
            }
            if (same == VBA_INFO.length) {
                return true;
            }
        }
        return false;
    }
}
