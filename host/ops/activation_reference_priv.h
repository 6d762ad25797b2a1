/* SPDX-License-Identifier: MIT */
/* Activations in double, for what examines a device. */
#ifndef NADIR_ACTIVATION_REFERENCE_PRIV_H
#define NADIR_ACTIVATION_REFERENCE_PRIV_H

#include "nadir/activation.h"

double nadir__reference_activation(enum nadir_activation f, double alpha, double x);

/* f'(x) from saved = f(x), or saved = x where nadir_activation_saves_input. */
double nadir__reference_slope(enum nadir_activation f, double alpha, double saved);

#endif
