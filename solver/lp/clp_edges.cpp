/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts CLP's dual simplex with the edges that its last solve ended with. */
#include "solver/lp/clp_edges.h"

#include <ClpDualRowSteepest.hpp>
#include <ClpFactorization.hpp>
#include <ClpSimplex.hpp>
#include <CoinIndexedVector.hpp>
#include <algorithm>

/* What the handle of the C interface is made of. */
class CMessageHandler;
#define CLP_EXTERN_C
#include <Coin_C_defines.h>

namespace {

/** Solves with the basis for the length of an edge. */
class EdgeSolver {
  public:
    explicit EdgeSolver(ClpSimplex *model) : factorization_(model->factorization()) {
        int room = model->numberRows() + factorization_->maximumPivots();
        row_.reserve(room);
        spare_.reserve(room);
    }

    /** The squared length of a row of the basis' inverse. */
    double square(int row) {
        double *values = row_.denseVector();
        values[0] = 1;
        row_.getIndices()[0] = row;
        row_.setNumElements(1);
        row_.setPackedMode(true);
        factorization_->updateColumnTranspose(&spare_, &row_);
        double sum = 0;
        for (int i = 0; i < row_.getNumElements(); i++) {
            sum += values[i] * values[i];
            values[i] = 0;
        }
        row_.setNumElements(0);
        return sum;
    }

  private:
    ClpFactorization *factorization_;
    CoinIndexedVector row_, spare_;
};

class KeptEdges : public ClpDualRowSteepest {
  public:
    explicit KeptEdges(double *edges) : ClpDualRowSteepest(TRUE_EDGES), edges_(edges) {
    }

    /** CLP calls this around each factorisation, of which the first is its time to find edges, and
     * the last one begins at the end of the solve. Once it is done the edges stand in their rows'
     * order again only where it has them restored. */
    void saveWeights(ClpSimplex *model, int mode) override {
        bool known = weights_ != nullptr && state_ != NO_WEIGHTS;
        if (mode == FACTORISES && known) {
            keep(model);
        }
        bool begins = mode == FACTORISED && !known;
        mode_ = begins ? EDGES_OF_ONE : TRUE_EDGES;
        ClpDualRowSteepest::saveWeights(model, mode);
        mode_ = TRUE_EDGES;
        if (begins) {
            take_known(model);
            keep(model);
        }
    }

    ClpDualRowPivot *clone(bool copy_data) const override {
        return copy_data ? new KeptEdges(*this) : new KeptEdges(edges_);
    }

  private:
    /** ClpDualRowSteepest's numbers for how edges are found, of its states, and for what it is
     * called. */
    enum { EDGES_OF_ONE = 0, TRUE_EDGES = 1 };
    enum { NO_WEIGHTS = -1 };
    enum { FACTORISES = 1, FACTORISED = 2 };

    void take_known(ClpSimplex *model) {
        EdgeSolver solver(model);
        const int *basic = model->pivotVariable();
        double *saved = savedWeights_->denseVector();
        for (int row = 0; row < model->numberRows(); row++) {
            double known = edges_[basic[row]];
            weights_[row] = known > 0 ? known : solver.square(row);
            saved[row] = weights_[row];
        }
    }

    void keep(const ClpSimplex *model) {
        const int *basic = model->pivotVariable();
        std::fill(edges_, edges_ + model->numberColumns() + model->numberRows(), 0.0);
        for (int row = 0; row < model->numberRows(); row++) {
            edges_[basic[row]] = weights_[row];
        }
    }

    double *edges_;
};

} // namespace

void clp_edges_keep(void *clp, double *edges) {
    ClpSimplex *model = static_cast<Clp_Simplex *>(clp)->model_;
    KeptEdges kept(edges);
    model->setDualRowPivotAlgorithm(kept);
}
