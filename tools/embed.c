/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Run by the build: turns a file into a C array NAME and its length NAME_size, as the header
 * declares them, so that the program carries the file within itself and needs none installed. */
#include <stdio.h>
#include <stdlib.h>

static int convert(FILE *in, const char *header, const char *name, FILE *out) {
    long count = 0;
    fprintf(out, "#include \"%s\"\n\nconst char %s[] = {\n", header, name);
    for (int c = getc(in); c != EOF; c = getc(in), count++) {
        fprintf(out, "%d,%c", c < 128 ? c : c - 256, count % 20 == 19 ? '\n' : ' ');
    }
    fprintf(out, "0};\n\nconst size_t %s_size = %ld;\n", name, count);
    return ferror(in) || fflush(out) != 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fputs("usage: embed FILE HEADER NAME\n", stderr);
        return EXIT_FAILURE;
    }
    FILE *in = fopen(argv[1], "rb");
    if (in == NULL) {
        perror(argv[1]);
        return EXIT_FAILURE;
    }
    const int code = convert(in, argv[2], argv[3], stdout);
    fclose(in);
    return code;
}
