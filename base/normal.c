/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles of the normal distribution by three rational functions: near the middle, and on its
 * sides by the root of the logarithm of what is left there (AS 241, PPND16). */
#include "base/normal.h"

#include <math.h>

enum { DEGREE = 7 };

/** A rational function, coefficients from the constant on. */
typedef struct {
    double above[DEGREE + 1], below[DEGREE + 1];
} Rational;

static const Rational MIDDLE = {
    {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
     1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
     3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
     2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
     5.2264952788528545610e+3}};

static const Rational SIDE = {
    {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
     3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
     2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
     1.05075007164441684324e-9}};

static const Rational TAIL = {
    {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
     2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
     2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
     2.04426310338993978564e-15}};

/* Where one function makes way for the next, and what their arguments are measured from. */
static const double MIDDLE_WIDTH = 0.425, TAIL_BEGINS = 5;
static const double MIDDLE_FROM = 0.180625, SIDE_FROM = 1.6;

static double polynomial(const double coefficients[DEGREE + 1], double at) {
    double sum = coefficients[DEGREE];
    for (int i = DEGREE - 1; i >= 0; i--) {
        sum = sum * at + coefficients[i];
    }
    return sum;
}

static double rational(const Rational *function, double at) {
    return polynomial(function->above, at) / polynomial(function->below, at);
}

double normal_share(double z) {
    return 0.5 * erfc(-z / sqrt(2));
}

double normal_quantile(double share) {
    if (share <= 0 || share >= 1) {
        return share <= 0 ? -(double)INFINITY : (double)INFINITY;
    }
    const double off = share - 0.5;
    if (fabs(off) <= MIDDLE_WIDTH) {
        return off * rational(&MIDDLE, MIDDLE_FROM - off * off);
    }
    const double root = sqrt(-log(off < 0 ? share : 1 - share));
    const double far = root <= TAIL_BEGINS ? rational(&SIDE, root - SIDE_FROM)
                                           : rational(&TAIL, root - TAIL_BEGINS);
    return off < 0 ? -far : far;
}
