/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The commands. Each takes its own arguments, argv[0] being the command's name, and returns the
 *  program's exit status. */
#ifndef BANLIE_CLI_COMMAND_H
#define BANLIE_CLI_COMMAND_H

#include "cli/exit_codes.h"

/** Plans a case, verifies the plan and writes its folder. */
ExitCode command_plan(int argc, char **argv);

/** Reads a case and says what is wrong or odd in it. */
ExitCode command_check(int argc, char **argv);

/** Checks a plan from its files alone. */
ExitCode command_verify(int argc, char **argv);

/** Says what the difference is between plans. */
ExitCode command_compare(int argc, char **argv);
/** Plans many variants of a case side by side. */
ExitCode command_sweep(int argc, char **argv);

/** Plans a share of a sweep that `banlie sweep --engine list` has dealt out. */
ExitCode command_sweep_task(int argc, char **argv);

/** Shows what a plan's folder says of a thing. */
ExitCode command_show(int argc, char **argv);

/** Writes a case's model for other solvers. */
ExitCode command_export(int argc, char **argv);

/** Makes up a case from parameters and a seed. */
ExitCode command_generate(int argc, char **argv);

/** Writes a small commented case to start from. */
ExitCode command_new(int argc, char **argv);

#endif
