/* SPDX-License-Identifier: MIT */
/* Everything: include this one. */
#ifndef NADIR_NADIR_H
#define NADIR_NADIR_H

#include "nadir/activation.h"
#include "nadir/arena.h"
#include "nadir/base.h"
#include "nadir/checkpoint.h"
#include "nadir/context.h"
#include "nadir/dataset.h"
#include "nadir/device.h"
#include "nadir/doctor.h"
#include "nadir/gemm.h"
#include "nadir/graph.h"
#include "nadir/log.h"
#include "nadir/loss.h"
#include "nadir/measure.h"
#include "nadir/minimize.h"
#include "nadir/optimizer.h"
#include "nadir/penalty.h"
#include "nadir/random.h"
#include "nadir/reduce.h"
#include "nadir/schedule.h"
#include "nadir/softmax.h"
#include "nadir/status.h"
#include "nadir/tensor.h"
#include "nadir/trainer.h"
#include "nadir/tune.h"
#include "nadir/vector.h"

#endif
