/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Run by the build: turns a text file into a C array, so that the program carries the starting
 * case within itself and `banlie new` needs no installed file. */
#include <stdio.h>
#include <stdlib.h>

static int convert(FILE *in, FILE *out) {
    long count = 0;
    fputs("#include \"cli/template/template.h\"\n\nconst char case_template[] = {\n", out);
    for (int c = getc(in); c != EOF; c = getc(in), count++) {
        fprintf(out, "%d,%c", c < 128 ? c : c - 256, count % 20 == 19 ? '\n' : ' ');
    }
    fprintf(out, "0};\n\nconst size_t case_template_size = %ld;\n", count);
    return ferror(in) || fflush(out) != 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fputs("usage: embed FILE\n", stderr);
        return EXIT_FAILURE;
    }
    FILE *in = fopen(argv[1], "rb");
    if (in == NULL) {
        perror(argv[1]);
        return EXIT_FAILURE;
    }
    const int code = convert(in, stdout);
    fclose(in);
    return code;
}
