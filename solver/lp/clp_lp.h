/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  An LP on its way to CLP, and what CLP said of it. Private to the files named after CLP. */
#ifndef BANLIE_SOLVER_LP_CLP_LP_H
#define BANLIE_SOLVER_LP_CLP_LP_H

#include "solver/lp/edge_store.h"
#include "solver/lp/lp_store.h"

struct Lp {
    LpStore store;
    double *primal; /**< per column, of the last solve */
    double *dual;   /**< per row, likewise */
    double objective;
    EdgeStore edges;
    int iterations_max; /**< of a solve by the dual simplex; 0: no limit */
};

#endif
