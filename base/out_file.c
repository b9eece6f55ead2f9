/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text is written through stdio, and its faults are kept for the end. */
#include "base/out_file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdarg.h>
#include <unistd.h>

OutFile out_file_open(const char *dir, const char *name) {
    OutFile file = {0};
    char *path = g_build_filename(dir, name, NULL);
    const int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    g_free(path);
    if (descriptor < 0) {
        file.error = errno;
        return file;
    }
    file.stream = fdopen(descriptor, "w");
    if (file.stream == NULL) {
        file.error = errno;
        (void)close(descriptor);
    }
    return file;
}

void out_file_write(OutFile *file, const char *bytes, size_t size) {
    if (file->error == 0 && fwrite(bytes, 1, size, file->stream) != size) {
        file->error = errno != 0 ? errno : EIO;
    }
}

void out_file_print(OutFile *file, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    if (file->error == 0 && vfprintf(file->stream, format, arguments) < 0) {
        file->error = errno != 0 ? errno : EIO;
    }
    va_end(arguments);
}

int out_file_close(OutFile *file) {
    if (file->stream == NULL) {
        return file->error;
    }
    if (file->error == 0 && (fflush(file->stream) != 0 || fsync(fileno(file->stream)) != 0)) {
        file->error = errno;
    }
    if (fclose(file->stream) != 0 && file->error == 0) {
        file->error = errno;
    }
    file->stream = NULL;
    return file->error;
}
