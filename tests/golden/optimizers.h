/* SPDX-License-Identifier: MIT */
/* 25 steps of every optimizer, by PyTorch 2.15.0 and Keras 3.15.1 in double, shortened to 29 bits.
 * Made by make_optimizers.py, which says where what neither of them has comes from. */
#ifndef NADIR_GOLDEN_OPTIMIZERS_H
#define NADIR_GOLDEN_OPTIMIZERS_H

#include "nadir/optimizer.h"

#include <stddef.h>

/* A member of the params that differs from the default or the preset. */
struct golden_option {
    size_t offset;
    enum golden_type { GOLDEN_END, GOLDEN_REAL, GOLDEN_INT, GOLDEN_BOOL, GOLDEN_LONG } type; /* INT: enums as well */
    double value;
};

/* After the last step. */
struct golden_state {
    const char *name;
    size_t tensor, count;
    const double *values;
};

/* The model: a matrix (rows, cols) and a vector. */
enum { GOLDEN_ROWS = 3, GOLDEN_COLS = 4, GOLDEN_VECTOR = 8, GOLDEN_ELEMENTS = 20,
       GOLDEN_STEPS = 25, GOLDEN_SHOWN = 4, GOLDEN_LATER = 10 };

static const int golden_shown[GOLDEN_SHOWN] = {1, 2, 10, 25}; /* steps */

struct golden_optimizer {
    enum nadir_optimizer_rule rule;
    const char *source, *note;          /* for the title */
    bool keras;                         /* params start from nadir_optimizer_params_keras */
    bool tall;                          /* the matrix is (cols, rows) */
    bool zero;                          /* parameters start from 0, not from golden_start */
    double lr_later, momentum_later;    /* from step GOLDEN_LATER on; 0: as before */
    struct golden_option options[10];   /* up to the first GOLDEN_END */
    const double *p;                    /* (GOLDEN_SHOWN, GOLDEN_ELEMENTS) */
    const double *evaluated;            /* after the last step; NULL: p */
    struct golden_state states[8];      /* up to the first without a name */
};

/* What a preset must hold. */
struct golden_defaults {
    enum nadir_optimizer_rule rule;
    bool keras;
    struct golden_option options[12];
};

#define REAL(member, value) {offsetof(struct nadir_optimizer_params, member), GOLDEN_REAL, value}
#define INT(member, value) {offsetof(struct nadir_optimizer_params, member), GOLDEN_INT, value}
#define BOOL(member, value) {offsetof(struct nadir_optimizer_params, member), GOLDEN_BOOL, value}
#define LONG(member, value) {offsetof(struct nadir_optimizer_params, member), GOLDEN_LONG, value}
#define CASE(rule_, source_, note_, ...) {NADIR_##rule_, source_, note_, __VA_ARGS__}
#define DEFAULTS(rule_, keras_, ...) {NADIR_##rule_, keras_, __VA_ARGS__}

static const float golden_start[20] = {
    -0x1.058742p+0f, 0x1.073cd2p+1f, -0x1.69a092p-1f, 0x1.f7c5bep-3f, -0x1.3cac18p-2f, -0x1.18b036p+1f, 0x1.5dd958p+1f,
    0x1.60e99p+0f, 0x1.30e724p-3f, -0x1.796ff2p-2f, 0x1.979222p+0f, 0x1.eb20c2p+0f, 0x1p+2f, -0x1.2b2b4cp+1f, -0x1.52fe64p+1f,
    0x1.207244p+1f, 0x1.e9493ap+1f, 0x1.310dc4p-1f, -0x1.6882cep+0f, 0x1.fe426ep-1f,
};

/* (steps, elements) */
static const float golden_gradients[500] = {
    0x1.fc1544p-2f, -0x1.35e732p-1f, -0x1.99f49p-1f, 0x1.44eb3cp-3f, -0x1.72ec28p-1f, 0x1.89c468p-1f, -0x1.23bf52p+0f,
    -0x1.13cb9cp-3f, 0x1.7f5deep+1f, -0x1.071c22p-2f, -0x1.5e1abp-1f, 0x1.0fe702p+0f, -0x1.717ab6p-25f, 0x0p+0f, 0x1.d5509ep-5f,
    -0x1.48ab5p-1f, 0x1p-2f, 0x1.52a646p-67f, 0x1.3f316ep+3f, 0x1.ad7f2ap-24f, 0x1.7bb9aap-4f, 0x1.905926p-2f, 0x1.4c605ap+0f,
    -0x1.c8b1b8p-2f, -0x1.f1dc9p-1f, 0x1.1f049p-2f, 0x1.23d51cp-1f, 0x1.7bef0ep+0f, -0x1.83af0ep-1f, -0x1.28e876p+0f,
    0x1.5ae194p+0f, -0x1.14e81cp+0f, -0x1.718cecp-24f, 0x0p+0f, -0x1.0217aep+1f, 0x0p+0f, 0x1p-2f, 0x1.527b84p-66f,
    -0x1.b340acp+2f, 0x1.bcbbeep-4f, 0x1.1fba68p-1f, 0x1.28b79ap+0f, -0x1.b8921p+0f, -0x1.e31ed8p-5f, 0x1.41d74ap+0f,
    0x1.9b18a2p-4f, 0x1.0c515ap+0f, 0x1.522146p-1f, -0x1.d18ba6p-3f, -0x1.441efcp+1f, 0x1.5da884p-2f, 0x1.1ad628p+0f,
    0x1.15398ep-26f, 0x0p+0f, 0x1.916a7ep-2f, 0x0p+0f, 0x1p-2f, 0x1.44f686p-67f, -0x1.07fb98p+4f, -0x1.643c3ep-5f,
    -0x1.9d396ap-4f, 0x1.3a32b8p+0f, -0x1.86563cp-1f, -0x1.0e8168p+0f, -0x1.3ccdd4p+0f, -0x1.c99c8ep+0f, 0x1.02ed76p+0f,
    -0x1.ff18d8p-1f, -0x1.fbdcd8p-3f, 0x1.df596ep-1f, -0x1.8ec422p-4f, 0x1.1feb3ap-1f, -0x1.932e9ep-24f, 0x0p+0f,
    -0x1.746f02p-1f, 0x0p+0f, 0x1p-2f, -0x1.f027bcp-69f, 0x1.e0867ep+3f, -0x1.51f78p-5f, -0x1.c07484p+0f, -0x1.79d6cep+1f,
    0x1.314722p-4f, 0x1.209d46p-2f, -0x1.91538ap-2f, -0x1.473674p+0f, -0x1.dd96dap-2f, 0x1.014c5p+0f, 0x1.681ea2p-3f,
    0x1.540dfep-1f, -0x1.2bf70ap+0f, 0x1.1d5998p+0f, 0x1.415f2cp-28f, 0x0p+0f, 0x1.cdac9cp+0f, 0x0p+0f, 0x1p-2f, 0x1.db1e9p-68f,
    0x1.b5259cp+3f, -0x1.7ec442p-1f, 0x1.1fd954p-1f, -0x1.13fc2ep-1f, -0x1.8c722cp-2f, -0x1.56386ep-2f, 0x1.114536p-4f,
    -0x1.32cef8p+0f, -0x1.01deap-4f, -0x1.6951dp-2f, 0x1.b52bfcp-1f, 0x1.a67762p-1f, -0x1.15995cp-2f, -0x1.38adc4p-2f,
    0x1.0d3a42p-23f, 0x0p+0f, -0x1.59ee42p+0f, 0x0p+0f, 0x1p-2f, -0x1.7fd11ap-68f, -0x1.934ed6p+2f, -0x1.f7d5dp-2f,
    -0x1.903c88p-2f, -0x1.aff6d4p-1f, 0x1.05977p-2f, 0x1.f6fa34p-3f, -0x1.49154cp-2f, -0x1.95f704p-1f, 0x1.cc01f4p-3f,
    -0x1.59118ep-1f, 0x1.fa3852p-4f, -0x1.319728p+0f, -0x1.e7ee7cp-6f, -0x1.5b7a22p-3f, 0x1.90e944p-25f, 0x0p+0f,
    0x1.6a87eep-1f, 0x0p+0f, 0x1p-2f, -0x1.0f2a1p-68f, 0x1.901074p+2f, -0x1.a5655cp-1f, -0x1.fdc0e2p-4f, 0x1.adcea2p+0f,
    0x1.73cc86p-2f, -0x1.54277cp-2f, -0x1.10b2dap+1f, -0x1.654b8ep+1f, 0x1.efbfecp-2f, 0x1.125fdcp+0f, -0x1.67aa34p-1f,
    -0x1.719afap-1f, -0x1.3188dcp+0f, -0x1.a8ca1cp-1f, -0x1.2474cap-25f, 0x0p+0f, -0x1.c36a5p-2f, 0x0p+0f, 0x1p-2f,
    0x1.8076aep-69f, 0x1.57ffdcp+0f, -0x1.c6b18ap-2f, -0x1.dfb77p-2f, 0x1.1ad274p-2f, -0x1.1daa16p-1f, -0x1.e1263cp-2f,
    0x1.c40296p-2f, 0x1.34e1eap-2f, -0x1.7c695cp+0f, 0x1.35d666p-2f, 0x1.52064ep+0f, -0x1.63869ep-1f, 0x1.745262p-1f,
    0x1.bf9572p-3f, 0x1.b24c2cp-24f, 0x0p+0f, 0x1.0caa42p+0f, 0x0p+0f, 0x1p-2f, 0x1.c94952p-67f, 0x1.60c6f2p+4f, 0x1.f7411ep-2f,
    0x1.6d284cp+1f, 0x1.49b5aep+0f, 0x1.f3aab6p-1f, -0x1.6308dap+0f, 0x1.1b4e14p-2f, -0x1.132c5cp+1f, 0x1.ab0bdcp-1f,
    0x1.418de4p-4f, -0x1.1820a6p+0f, 0x1.1422f6p+0f, 0x1.c6669p-1f, -0x1.1007c8p+0f, -0x1.5d662ap-24f, 0x0p+0f, -0x1.14bc28p-3f,
    0x0p+0f, 0x1p-2f, 0x1.9779d2p-67f, 0x1.221fd2p+2f, -0x1.510c0cp+1f, 0x1.c1828ap-1f, -0x1.86fc6p-4f, 0x1.e4b452p-1f,
    0x1.097006p+0f, -0x1.0bb9aap+0f, -0x1.3655eep-1f, 0x1.342aap-1f, 0x1.cf9caep-3f, -0x1.35c5bp-1f, 0x1.42afe6p-1f,
    0x1.0d4132p+0f, 0x1.2c0b2ap+0f, -0x1.25d222p-24f, 0x0p+0f, 0x1.002192p-3f, 0x0p+0f, 0x1p-2f, -0x1.52a7d4p-68f,
    -0x1.3874p+1f, 0x1.066f64p-3f, -0x1.4c7808p-1f, 0x1.1e215p+0f, -0x1.793aa2p-2f, 0x1.20c84ep-2f, -0x1.38302p-1f,
    0x1.5cfabep+0f, -0x1.8fa328p-2f, 0x1.7cecfcp+0f, -0x1.7816d4p-3f, -0x1.a50db6p-3f, 0x1.cca44cp+0f, -0x1.18027ap-1f,
    0x1.21777ap-25f, 0x0p+0f, -0x1.27a914p+0f, 0x0p+0f, 0x1p-2f, -0x1.999a3ep-71f, 0x1.e23fbep+0f, -0x1.4b09d8p-1f,
    0x1.4f980cp+0f, -0x1.130856p-4f, -0x1.3231c4p+0f, -0x1.0a7638p-1f, -0x1.13c0b6p+0f, -0x1.3c374ep-1f, -0x1.65512ep+0f,
    0x1.62ff2ep+0f, -0x1.dcde3ep-2f, -0x1.660e38p-3f, 0x1.28f31ap+0f, -0x1.660e6cp+0f, -0x1.b05b12p-27f, 0x0p+0f,
    0x1.9c954cp-3f, 0x0p+0f, 0x1p-2f, -0x1.d1369cp-70f, -0x1.0ca4fp+2f, 0x1.d632cp-1f, -0x1.8513a4p-2f, 0x1.a5ae9cp-2f,
    -0x1.024d7ap-3f, 0x1.041ac6p-4f, -0x1.033ad2p+0f, 0x1.d2afccp+0f, 0x1.2ade7p+1f, 0x1.5f67e6p+0f, -0x1.050604p-2f,
    -0x1.0caa76p+0f, -0x1.633b4cp+1f, 0x1.6833b6p+0f, -0x1.1e8a98p-23f, 0x0p+0f, -0x1.4424cep-2f, 0x0p+0f, 0x1p-2f,
    0x1.190654p-68f, -0x1.d519c2p+1f, 0x1.403576p+0f, -0x1.38ce7cp+0f, -0x1.4d13bp-4f, -0x1.202a68p+0f, 0x1.eac942p-3f,
    0x1.479e26p+0f, 0x1.2523b6p+0f, -0x1.35fe4ap+0f, 0x1.80dba4p-1f, -0x1.2189p-1f, 0x1.522e0cp+0f, -0x1.524f5cp-3f,
    -0x1.8ae1e6p-2f, -0x1.80ea78p-23f, 0x0p+0f, 0x1.3888b6p+0f, 0x0p+0f, 0x1p-2f, 0x1.2ed16ep-70f, 0x1.52c05p+3f,
    -0x1.e48bcp-1f, 0x1.9610acp-1f, 0x1.e74e1cp-1f, 0x1.52030cp+0f, -0x1.06c1a6p-1f, -0x1.bf4992p-2f, 0x1.b61c8ap-4f,
    -0x1.3fea5ap-1f, 0x1.317896p-3f, -0x1.ca21a2p-3f, -0x1.dd0586p+0f, 0x1.2011aep-6f, 0x1.8d7bbcp-2f, 0x1.8c27bap-28f, 0x0p+0f,
    -0x1.3af41p+0f, 0x0p+0f, 0x1p-2f, 0x1.878226p-69f, 0x1.8208fcp+0f, -0x1.0c79d6p-1f, 0x1.848b68p-3f, -0x1.e818c8p-2f,
    -0x1.4d3536p+0f, 0x1.da43c8p-2f, -0x1.780a88p-2f, 0x1.3e3c64p-1f, 0x1.85a82p-1f, -0x1.57a6a4p-7f, -0x1.4270a8p+0f,
    0x1.683a74p-1f, 0x1.bc532cp+0f, -0x1.d9323ap-1f, 0x1.8de53p-31f, 0x0p+0f, 0x1.7ff668p+0f, 0x0p+0f, 0x1p-2f, 0x1.97e1cep-70f,
    -0x1.2102f4p+2f, -0x1.4906bep-4f, -0x1.041834p+0f, -0x1.ecedf4p-1f, -0x1.a92c44p-1f, -0x1.7670eap-1f, -0x1.fc9aacp-3f,
    0x1.fcde7ep-2f, -0x1.9ec7eep-3f, 0x1.b4d7f2p+0f, 0x1.3a6594p-1f, -0x1.5f55a8p+0f, -0x1.22aadp-1f, 0x1.3742fp+0f,
    0x1.8cfebcp-24f, 0x0p+0f, -0x1.0d13f4p-3f, 0x0p+0f, 0x1p-2f, 0x1.0c5b24p-66f, 0x1.12b8ap+3f, -0x1.941766p-1f, 0x1.55d86p-1f,
    -0x1.454f78p+0f, 0x1.a6abc4p-2f, 0x1.a17244p-2f, -0x1.680e26p-3f, 0x1.20093ep-6f, 0x1.74a9a6p-1f, -0x1.39ab6cp-1f,
    0x1.b810dap-2f, -0x1.3422d8p-1f, 0x1.15127cp+0f, 0x1.551128p+0f, -0x1.0f6cf2p-23f, 0x0p+0f, 0x1.e42936p-1f, 0x0p+0f,
    0x1p-2f, -0x1.1856d4p-67f, -0x1.00a482p+2f, -0x1.8577e4p-1f, -0x1.0dc658p-3f, -0x1.102804p-1f, 0x1.763a18p-1f,
    -0x1.6002ecp-5f, 0x1.579926p-9f, -0x1.06cbeap-3f, 0x1.4284ecp+0f, 0x1.93563cp+0f, -0x1.112f8p-2f, 0x1.6e33a4p-2f,
    -0x1.d2e4fcp-1f, 0x1.66a776p-1f, -0x1.221dbep-29f, 0x0p+0f, -0x1.478b46p+0f, 0x0p+0f, 0x1p-2f, 0x1.7298fp-66f,
    -0x1.ed6dfp+3f, 0x1.9e56c8p-2f, 0x1.5e5a8ap+0f, 0x1.ac20ccp-3f, -0x1.23da32p-1f, 0x1.6c421cp-1f, -0x1.82c822p-1f,
    0x1.409826p-3f, 0x1.629e54p-1f, -0x1.ccf014p-1f, -0x1.8874dap-3f, -0x1.edb04cp-2f, 0x1.c9feep-5f, 0x1.352304p-1f,
    0x1.bf0fccp-24f, 0x0p+0f, 0x1.4309bcp-2f, 0x0p+0f, 0x1p-2f, -0x1.e043cap-72f, -0x1.8ab082p+1f, 0x1.7a96bcp-2f,
    -0x1.e0e02p-1f, -0x1.dc919ep+0f, 0x1.50dce8p-1f, -0x1.4d6facp-1f, 0x1.b59f86p+0f, -0x1.c3db06p-3f, 0x1.b2aef6p-4f,
    -0x1.1a3aa6p-1f, -0x1.23e022p-1f, 0x1.642ff2p+0f, 0x1.fd1a26p-2f, 0x1.785b7p-5f, -0x1.33c344p-27f, 0x0p+0f, -0x1.5e56fep-1f,
    0x0p+0f, 0x1p-2f, 0x1.0449f6p-66f, 0x1.237f74p+4f, -0x1.a6150ap-2f, 0x1.17af74p-1f, -0x1.e065b2p-3f, 0x1.0537a2p-1f,
    0x1.00ecf6p+0f, 0x1.197864p-9f, -0x1.a90398p-2f, -0x1.6d2cc2p-2f, 0x1.5c8182p-1f, -0x1.969a2ep+0f, 0x1.5e8d58p-1f,
    -0x1.ad686cp-1f, 0x1.8e6518p-2f, -0x1.98db3p-25f, 0x0p+0f, 0x1.3ff63ep-2f, 0x0p+0f, 0x1p-2f, -0x1.63175cp-69f,
    -0x1.4826aep+2f, 0x1.15b104p-3f, -0x1.d4c7fep+0f, -0x1.c6515cp-3f, -0x1.446e42p-2f, -0x1.147692p+0f, -0x1.b2ba78p-2f,
    -0x1.0ac2e4p-2f, 0x1.45daep-2f, 0x1.b328ap-3f, -0x1.c269dp-2f, -0x1.19f1f6p+0f, -0x1.45d6aep+0f, -0x1.3bcfap+1f,
    -0x1.29a39ep-23f, 0x0p+0f, -0x1.e52bfp-2f, 0x0p+0f, 0x1p-2f, 0x1.c2443cp-68f, 0x1.3527d2p+3f, 0x1.0d5594p+0f,
    0x1.8a4accp-4f, 0x1.1af754p-2f, 0x1.389018p+0f, 0x1.de6d82p-1f, -0x1.1f310ap+0f, 0x1.044fep-1f, -0x1.26e468p+1f,
    0x1.436bc2p+0f, -0x1.c66618p-1f, 0x1.abf0eep-3f, 0x1.47313p+0f, 0x1.955d98p-2f, 0x1.93e6cap-24f, 0x0p+0f, 0x1.50d016p-5f,
    0x0p+0f, 0x1p-2f, -0x1.487a5ap-70f, -0x1.40cdd8p+1f, -0x1.309192p+0f,
};

static const double d0[80] = {
    -0x1.0be11fap+0, 0x1.0b1c82ap+1, -0x1.5521246p-1, 0x1.e786c7dp-3, -0x1.17947a6p-2, -0x1.1d9c442p+1, 0x1.652486ep+1,
    0x1.62a2d5cp+0, -0x1.ca67333p-11, -0x1.6c48238p-2, 0x1.a052ccdp+0, 0x1.dd88685p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.535c40fp+1,
    0x1.248e01dp+1, 0x1.e7afa06p+1, 0x1.310dc4p-1, -0x1.e8302d3p+0, 0x1.fe426ddp-1, -0x1.0d10e76p+0, 0x1.089bf4p+1,
    -0x1.765dfa3p-1, 0x1.0a99138p-2, -0x1.cb9671ap-3, -0x1.1f677eap+1, 0x1.617ea9bp+1, 0x1.4fa3aebp+0, 0x1.2efc08p-5,
    -0x1.30e6725p-2, 0x1.8efab8ap+0, 0x1.eb60d02p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.4674ab7p+1, 0x1.248e01dp+1, 0x1.e61606dp+1,
    0x1.310dc4p-1, -0x1.91233ep+0, 0x1.fb7adacp-1, -0x1.1baa2b5p+0, 0x1.0052732p+1, -0x1.49532e1p-1, 0x1.a9e5826p-2,
    -0x1.f5881ebp-4, -0x1.c3fa064p+0, 0x1.575676ap+1, 0x1.41a5338p+0, 0x1.b8c2313p-6, -0x1.ba11deap-3, 0x1.99501a2p+0,
    0x1.e346635p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.4ec3cf4p+1, 0x1.248e01dp+1, 0x1.d9493ap+1, 0x1.310dc4p-1, -0x1.c8e8b8ep+1,
    0x1.3a5308p+0, -0x1.179541bp+0, 0x1.127a916p+1, -0x1.486be24p-1, 0x1.57cfd83p-2, 0x1.77489a1p-4, -0x1.f70fd11p+0,
    0x1.554de76p+1, 0x1.a396357p-1, 0x1.6636681p-2, -0x1.1afd2e3p-3, 0x1.7dd7281p+0, 0x1.ca99145p+0, 0x1.0000001p+2,
    -0x1.2b2b4cp+1, -0x1.4ade5f3p+1, 0x1.248e01dp+1, 0x1.c1493ap+1, 0x1.310dc4p-1, -0x1.ebf52c2p+1, 0x1.48472b6p+0,
};
static const double d1[80] = {
    -0x1.0277025p+0, 0x1.05295dep+1, -0x1.711a637p-1, 0x1.fd43654p-3, -0x1.4ae0343p-2, -0x1.16287ap+1, 0x1.5a3b591p+1,
    0x1.5f845ccp+0, 0x1.aaf872ap-3, -0x1.7df1d1fp-2, 0x1.9341309p+0, 0x1.ef9570cp+0, 0x1.fef9db2p+1, -0x1.2a921f5p+1,
    -0x1.522b47ep+1, 0x1.1e39e27p+1, 0x1.e8f28d5p+1, 0x1.307194p-1, -0x1.34b813p+0, 0x1.fd3d2d5p-1, -0x1.017929bp+0,
    0x1.05a3dffp+1, -0x1.6311dfap-1, 0x1.e9fa1a9p-3, -0x1.5e20e5ep-2, -0x1.14e25e4p+1, 0x1.5aff9f7p+1, 0x1.6669a59p+0,
    0x1.8b1a131p-3, -0x1.94eef1p-2, 0x1.9962c14p+0, 0x1.e90df08p+0, 0x1.fdf43c7p+1, -0x1.29f9411p+1, -0x1.56a7926p+1,
    0x1.1da7563p+1, 0x1.e89c0d1p+1, 0x1.2fd5b3fp-1, -0x1.56ebfbep+0, 0x1.fd5513ap-1, -0x1.eefb766p-1, 0x1.04ccbbap+1,
    -0x1.6f1a0f8p-1, 0x1.635492ap-3, -0x1.821eeeep-2, -0x1.28e771ap+1, 0x1.597e011p+1, 0x1.6649d7fp+0, 0x1.8cf623bp-3,
    -0x1.af96dd9p-2, 0x1.8ed1744p+0, 0x1.e4634cep+0, 0x1.f5da071p+1, -0x1.253d437p+1, -0x1.4de8944p+1, 0x1.191d75p+1,
    0x1.e5ee3dcp+1, 0x1.2b01df6p-1, -0x1.0a0e391p-1, 0x1.c4f5647p-1, -0x1.e3ce603p-1, 0x1.eba93a5p+0, -0x1.64456dbp-1,
    0x1.996e48dp-3, -0x1.ccaffa9p-2, -0x1.161ca6cp+1, 0x1.500540bp+1, 0x1.87aa165p+0, 0x1.eeef4e9p-5, -0x1.c20dda9p-2,
    0x1.8db2f7ap+0, 0x1.dfb6d33p+0, 0x1.e7014dp+1, -0x1.1c90716p+1, -0x1.4592413p+1, 0x1.10cc755p+1, 0x1.e10594dp+1,
    0x1.22295e6p-1, -0x1.938debcp-2, 0x1.ac75d71p-1,
};
static const double d2[80] = {
    -0x1.07c484bp+0, 0x1.0895b2ep+1, -0x1.622ed52p-1, 0x1.f1d54d6p-3, -0x1.2f43147p-2, -0x1.1a68e59p+1, 0x1.606968ap+1,
    0x1.6178289p+0, 0x1.84e06e1p-4, -0x1.74a2248p-2, 0x1.9aa5fep+0, 0x1.e625335p+0, 0x1.ffe8683p+1, -0x1.2b1d82ep+1,
    -0x1.53108f8p+1, 0x1.21df99dp+1, 0x1.e89f397p+1, 0x1.30ffb57p-1, -0x1.9668ed2p+0, 0x1.fe2aeabp-1, -0x1.08f18dp+0,
    0x1.081d879p+1, -0x1.6b7018cp-1, 0x1.000953dp-2, -0x1.18842fap-2, -0x1.1b9de4dp+1, 0x1.5ff23efp+1, 0x1.5ac3d62p+0,
    0x1.6e14a0dp-4, -0x1.5d7b197p-2, 0x1.956cc4dp+0, 0x1.e94540ep+0, 0x1.ffc86ep+1, -0x1.2b0ad39p+1, -0x1.4e621b4p+1,
    0x1.225424p+1, 0x1.e7b8cebp+1, 0x1.30eca81p-1, -0x1.8751718p+0, 0x1.fd0ae19p-1, -0x1.0a1c389p+0, 0x1.05939d7p+1,
    -0x1.430d5c3p-1, 0x1.5f9d3ddp-2, -0x1.4f65037p-3, -0x1.ed7b863p+0, 0x1.5766d37p+1, 0x1.483c266p+0, 0x1.00226fap-5,
    -0x1.d934808p-3, 0x1.9af22bbp+0, 0x1.d9fafa3p+0, 0x1.fe2c5c2p+1, -0x1.2a1a0c4p+1, -0x1.4c009bdp+1, 0x1.232a10bp+1,
    0x1.dc1f94bp+1, 0x1.2ff7245p-1, -0x1.523564cp+1, 0x1.1d9924ep+0, -0x1.1bd37bfp+0, 0x1.09b9ef9p+1, -0x1.2ed24bfp-1,
    0x1.67d05fbp-2, 0x1.aff9bbbp-5, -0x1.ef3d48dp+0, 0x1.4c0f315p+1, 0x1.c3ab9dep-1, 0x1.0781629p-2, -0x1.1ee2c0bp-3,
    0x1.7aabe4dp+0, 0x1.c288bd9p+0, 0x1.fa7078p+1, -0x1.27eb819p+1, -0x1.48e129p+1, 0x1.215f94cp+1, 0x1.c137c5bp+1,
    0x1.2dbd9d2p-1, -0x1.cd17dc2p+1, 0x1.3f4f11ap+0,
};
static const double d3[12] = {
    -0x1.e0044b3p-1, -0x1.58eca89p+0, 0x1.51c6592p+0, 0x1.3abf827p-1, -0x1.42d4abap+0, 0x1.6357853p-3, -0x1.36ad5c6p+0,
    0x1.358d2b9p+1, -0x1.6d0a2dcp+1, -0x1.31bf426p-3, 0x1.bad1227p-3, -0x1.1079c7fp-2,
};
static const double d4[8] = {
    0x1.9499f9cp-3, -0x1.d8d44d3p-4, -0x1.0dcff94p-1, 0x1.c1d891cp-4, 0x1.6c6d2f5p+0, 0x1.e2213cep-6, 0x1.a196687p+2,
    -0x1.505586cp-1,
};
static const double d5[80] = {
    -0x1.066b5aap+0, 0x1.07c7f25p+1, -0x1.66c065bp-1, 0x1.f57e45cp-3, -0x1.3777eefp-2, -0x1.1960fcap+1, 0x1.5edf4b8p+1,
    0x1.6127783p+0, 0x1.05e04e7p-3, -0x1.779777fp-2, 0x1.98cc7b2p+0, 0x1.e9387dfp+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.530b8f1p+1,
    0x1.2105d11p+1, 0x1.e90fc35p+1, 0x1.310dc4p-1, -0x1.7a6c4e5p+0, 0x1.fe426ep-1, -0x1.06a5bcfp+0, 0x1.074cd63p+1,
    -0x1.6d23ba2p-1, 0x1.fe45429p-3, -0x1.2de665dp-2, -0x1.19b93f3p+1, 0x1.5e2bd05p+1, 0x1.5d80cf9p+0, 0x1.14c7342p-3,
    -0x1.6c2dd35p-2, 0x1.9577222p+0, 0x1.ebe1b2cp+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.5090a3p+1, 0x1.2105d11p+1, 0x1.e8c10a8p+1,
    0x1.310dc4p-1, -0x1.69b1522p+0, 0x1.fdb9abbp-1, -0x1.0c21a41p+0, 0x1.04890fep+1, -0x1.6e208b1p-1, 0x1.1a3c2aep-2,
    -0x1.0a29218p-2, -0x1.0c7d337p+1, 0x1.5b8b428p+1, 0x1.5ac5221p+0, 0x1.26c8863p-3, -0x1.6202fd8p-2, 0x1.99706a9p+0,
    0x1.efe3072p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.500339ap+1, 0x1.2105d11p+1, 0x1.e69dfa8p+1, 0x1.310dc4p-1, -0x1.a0fb074p+0,
    0x1.0c46ac4p+0, -0x1.18bdb42p+0, 0x1.0407811p+1, -0x1.76de286p-1, 0x1.d177f16p-3, -0x1.49d9ae8p-3, -0x1.133c982p+1,
    0x1.5c916c4p+1, 0x1.412c5b2p+0, 0x1.d4105ffp-3, -0x1.3282d33p-2, 0x1.874e706p+0, 0x1.e49b571p+0, 0x1p+2, -0x1.2b2b4cp+1,
    -0x1.4f11581p+1, 0x1.2105d11p+1, 0x1.e0646a4p+1, 0x1.310dc4p-1, -0x1.7826017p+0, 0x1.11ca09cp+0,
};
static const double d6[80] = {
    -0x1.0be11fap+0, 0x1.0b1c82ap+1, -0x1.566d5edp-1, 0x1.e786c7dp-3, -0x1.17947a6p-2, -0x1.1d7d02dp+1, 0x1.62a624dp+1,
    0x1.62a2d5cp+0, 0x1.c834ae6p-4, -0x1.6c48238p-2, 0x1.a052ccdp+0, 0x1.e187286p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.535c40fp+1,
    0x1.248e01dp+1, 0x1.e7afa06p+1, 0x1.310dc4p-1, -0x1.721c67ap+0, 0x1.fe426ddp-1, -0x1.0d10e76p+0, 0x1.089bf4p+1,
    -0x1.69a092p-1, 0x1.0a99138p-2, -0x1.e25c28p-3, -0x1.1f483d5p+1, 0x1.5f0047ap+1, 0x1.59093c3p+0, 0x1.30e724p-3,
    -0x1.45e1bd2p-2, 0x1.96b9333p+0, 0x1.eb20c2p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.4e8f742p+1, 0x1.248e01dp+1, 0x1.e61606dp+1,
    0x1.310dc4p-1, -0x1.6882cep+0, 0x1.fb7adacp-1, -0x1.0d925d9p+0, 0x1.00b0fd7p+1, -0x1.4ff9c16p-1, 0x1.7996a86p-2,
    -0x1.9ce1de9p-3, -0x1.050e17p+1, 0x1.5440c3dp+1, 0x1.4f3f8a9p+0, 0x1.3e0b776p-3, -0x1.45c62dbp-2, 0x1.97bdf34p+0,
    0x1.e7367a8p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.520f2dap+1, 0x1.248e01dp+1, 0x1.d9493ap+1, 0x1.310dc4p-1, -0x1.8ee9346p+0,
    0x1.2148e48p+0, -0x1.11e8c7cp+0, 0x1.0aaf1dap+1, -0x1.549847dp-1, 0x1.3bba06dp-2, 0x1.85a51ecp-6, -0x1.114707ap+1,
    0x1.4eab584p+1, 0x1.1470d57p+0, 0x1.9da3a04p-2, -0x1.325a8e5p-2, 0x1.869e60bp+0, 0x1.c9402dep+0, 0x1.0000001p+2,
    -0x1.2b2b4cp+1, -0x1.4e270edp+1, 0x1.248e01dp+1, 0x1.c1493ap+1, 0x1.310dc4p-1, -0x1.721c67ap+0, 0x1.32e3b27p+0,
};
static const double d7[80] = {
    -0x1.06cc6e5p+0, 0x1.0803288p+1, -0x1.658715bp-1, 0x1.f485f33p-3, -0x1.3540f88p-2, -0x1.19ac38dp+1, 0x1.5f4ec7cp+1,
    0x1.6141d12p+0, 0x1.e720dd2p-4, -0x1.76ce625p-2, 0x1.9952443p+0, 0x1.e868b01p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.531129dp+1,
    0x1.21449d3p+1, 0x1.e8f74e8p+1, 0x1.310dc4p-1, -0x1.820be11p+0, 0x1.fe426dfp-1, -0x1.07092fep+0, 0x1.07830cp+1,
    -0x1.6c2cda1p-1, 0x1.fda8396p-3, -0x1.2b4beb6p-2, -0x1.1a08115p+1, 0x1.5e9401fp+1, 0x1.5d752fcp+0, 0x1.0312506p-3,
    -0x1.6aee0bbp-2, 0x1.95da402p+0, 0x1.eb2d91ap+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.507c725p+1, 0x1.21449d3p+1, 0x1.e8a562fp+1,
    0x1.310dc4p-1, -0x1.70a2e46p+0, 0x1.fdb41d6p-1, -0x1.09f4a3ep+0, 0x1.05dabfp+1, -0x1.632ab13p-1, 0x1.1eb032ep-2,
    -0x1.166a14cp-2, -0x1.0dbf924p+1, 0x1.5c8bf7cp+1, 0x1.5aa8b0bp+0, 0x1.fde1ef4p-4, -0x1.5a2824bp-2, 0x1.97eb53ap+0,
    0x1.e98eaf1p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.5225dfep+1, 0x1.21449d3p+1, 0x1.e61606dp+1, 0x1.310dc4p-1, -0x1.d72c21fp+0,
    0x1.0af7fa6p+0, -0x1.0923a85p+0, 0x1.097c5ebp+1, -0x1.62fc6eep-1, 0x1.0e45774p-2, -0x1.d525b09p-3, -0x1.12db59bp+1,
    0x1.5c23db1p+1, 0x1.4449defp+0, 0x1.8335134p-3, -0x1.4a3facap-2, 0x1.926cbcdp+0, 0x1.e49f38ep+0, 0x1p+2, -0x1.2b2b4cp+1,
    -0x1.515e631p+1, 0x1.21449d3p+1, 0x1.e1493ap+1, 0x1.310dc4p-1, -0x1.e5311cep+0, 0x1.0dc267ep+0,
};
static const double d8[20] = {
    -0x1.09fd21ap+0, 0x1.06983ddp+1, -0x1.5d1d1a8p-1, 0x1.16c2e67p-2, -0x1.057c009p-2, -0x1.11d0adcp+1, 0x1.5b9e3dap+1,
    0x1.51c6f27p+0, 0x1.1e3f5d6p-3, -0x1.54c7e85p-2, 0x1.94ce5d7p+0, 0x1.e5f739ep+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.517b69dp+1,
    0x1.21449d3p+1, 0x1.e4ce58cp+1, 0x1.310dc4p-1, -0x1.c717f8bp+0, 0x1.0949d01p+0,
};
static const double d9[12] = {
    -0x1.09fd21ap+0, 0x1.06983ddp+1, -0x1.5d1d1a8p-1, 0x1.16c2e67p-2, -0x1.057c009p-2, -0x1.11d0adcp+1, 0x1.5b9e3dap+1,
    0x1.51c6f27p+0, 0x1.1e3f5d6p-3, -0x1.54c7e85p-2, 0x1.94ce5d7p+0, 0x1.e5f739ep+0,
};
static const double d10[8] = {
    0x1p+2, -0x1.2b2b4cp+1, -0x1.517b69dp+1, 0x1.21449d3p+1, 0x1.e4ce58cp+1, 0x1.310dc4p-1, -0x1.c717f8bp+0, 0x1.0949d01p+0,
};
static const double d11[80] = {
    -0x1.0629d83p+0, 0x1.079ffd4p+1, -0x1.6793d3dp-1, 0x1.f625d89p-3, -0x1.38f6884p-2, -0x1.192e377p+1, 0x1.5e940fep+1,
    0x1.6115b09p+0, 0x1.123bc94p-3, -0x1.781f2a2p-2, 0x1.9872331p+0, 0x1.e9c4b9p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.5307c6ep+1,
    0x1.20db709p+1, 0x1.e920444p+1, 0x1.310dc4p-1, -0x1.7547578p+0, 0x1.fe426ep-1, -0x1.06da8cep+0, 0x1.07b92f9p+1,
    -0x1.690e714p-1, 0x1.f940ad4p-3, -0x1.30a566bp-2, -0x1.19cd8b5p+1, 0x1.5edeb8ep+1, 0x1.5f5716dp+0, 0x1.fcc5045p-4,
    -0x1.70ffe49p-2, 0x1.977fda1p+0, 0x1.e9edee9p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.51c5ddcp+1, 0x1.213a18bp+1, 0x1.e8d2715p+1,
    0x1.310dc4p-1, -0x1.7810883p+0, 0x1.fdfb45bp-1, -0x1.069d904p+0, 0x1.07f469ap+1, -0x1.4ec04a5p-1, 0x1.2ebad9cp-2,
    -0x1.c8371c3p-3, -0x1.08d227dp+1, 0x1.5aab8ecp+1, 0x1.527bdf2p+0, 0x1.0f20a93p-4, -0x1.1ca0e96p-2, 0x1.9a9f78fp+0,
    0x1.de505eep+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.4e2d74p+1, 0x1.231f49ap+1, 0x1.e2aa422p+1, 0x1.310dc4p-1, -0x1.fed8871p+0,
    0x1.0d45abap+0, -0x1.1d1a3cp+0, 0x1.06f1e97p+1, -0x1.3234528p-1, 0x1.66c4286p-2, -0x1.a0a094cp-7, -0x1.f754e71p+0,
    0x1.51f4ddp+1, 0x1.035d73fp+0, 0x1.6f2f5a3p-3, -0x1.66f121fp-3, 0x1.83821a2p+0, 0x1.ce61702p+0, 0x1.0000001p+2,
    -0x1.2b2b4cp+1, -0x1.4d5ac61p+1, 0x1.244280bp+1, 0x1.cea6fb1p+1, 0x1.310dc4p-1, -0x1.9f73e64p+1, 0x1.35f6aacp+0,
};
static const double d12[12] = {
    -0x1.ea9e08cp-2, -0x1.004e93ep+1, 0x1.edb6412p-1, 0x1.4c51a04p-2, -0x1.28c777fp+1, -0x1.7fcf9bep-6, -0x1.29955f5p-1,
    0x1.1365efap+2, -0x1.e50e405p+1, -0x1.a5f5f4ep-1, 0x1.f7ccf08p-2, 0x1.503c561p-2,
};
static const double d13[8] = {
    -0x1.3341d9ap-23, 0x0p+0, -0x1.b9f21c1p-2, -0x1.a377e62p-5, 0x1.2906fadp+1, 0x1.4d39bfdp-65, 0x1.a90712ap+3,
    -0x1.96fcf22p+0,
};
static const double d14[80] = {
    -0x1.06897adp+0, 0x1.07bfc5p+1, -0x1.652a821p-1, 0x1.f404fbfp-3, -0x1.34efe71p-2, -0x1.19645dap+1, 0x1.5ef5381p+1,
    0x1.60e778bp+0, 0x1.e684c0ep-4, -0x1.766dc29p-2, 0x1.98e9edap+0, 0x1.e7eaf58p+0, 0x1.ff7ced9p+1, -0x1.2adeb5ap+1,
    -0x1.52ba618p+1, 0x1.20fac59p+1, 0x1.e87a0cap+1, 0x1.30bfacp-1, -0x1.81af96ap+0, 0x1.fdbfcdap-1, -0x1.076d5cbp+0,
    0x1.07acae9p+1, -0x1.658de29p-1, 0x1.f6af7d9p-3, -0x1.26ca087p-2, -0x1.1a145f2p+1, 0x1.5f3313p+1, 0x1.5dfd82p+0,
    0x1.8cee078p-4, -0x1.6b25424p-2, 0x1.976874ap+0, 0x1.e6a01f3p+0, 0x1.feab4ep+1, -0x1.2a64394p+1, -0x1.5071f86p+1,
    0x1.2141d78p+1, 0x1.e72eb5fp+1, 0x1.3042c6dp-1, -0x1.8be2e34p+0, 0x1.fc8b459p-1, -0x1.0168572p+0, 0x1.01a6098p+1,
    -0x1.31473d5p-1, 0x1.37db4dp-2, -0x1.52dac95p-3, -0x1.f78cc2ap+0, 0x1.517ab25p+1, 0x1.42b2c21p+0, -0x1.caaa35dp-6,
    -0x1.cfe8e05p-3, 0x1.92b83a8p+0, 0x1.c5073fcp+0, 0x1.f0455d1p+1, -0x1.21fa795p+1, -0x1.42108b6p+1, 0x1.1cdf813p+1,
    0x1.d06c93ap+1, 0x1.27aea9bp-1, -0x1.3046391p+1, 0x1.0b0c8aep+0, -0x1.0a8f8edp+0, 0x1.d5787cbp+0, -0x1.d6a333dp-2,
    0x1.690ee92p-2, 0x1.2857dcbp-3, -0x1.a8ae4c5p+0, 0x1.290eb32p+1, 0x1.7353c13p-1, 0x1.ac74d4ep-4, -0x1.f564a3fp-5,
    0x1.5198b1bp+0, 0x1.84c307bp+0, 0x1.c4e4b85p+1, -0x1.08a1ddfp+1, -0x1.24cd7b9p+1, 0x1.064242dp+1, 0x1.8bdc2adp+1,
    0x1.0dd66cep-1, -0x1.fd73c4cp+1, 0x1.2be6689p+0,
};
static const double d15[12] = {
    -0x1.018a5c6p+0, -0x1.7f4a048p-3, 0x1.3ef64c1p-2, 0x1.cca4b23p-2, -0x1.a3bdd9ap+0, -0x1.2c16b22p+0, 0x1.321dc6ap+0,
    0x1.d4a8366p+1, -0x1.4897ac3p+1, -0x1.5d17bb7p-1, 0x1.432a074p+0, 0x1.57dc419p+0,
};
static const double d16[8] = {
    0x1.36a9b27p+1, -0x1.6b0cbfp+0, -0x1.dfcf44fp+0, 0x1.58f977fp+0, 0x1.eb0b92p+1, 0x1.7230e2fp-2, 0x1.dafad61p+2,
    -0x1.89e6278p-2,
};
static const double d17[80] = {
    -0x1.06cc6e5p+0, 0x1.0803288p+1, -0x1.658715bp-1, 0x1.f485f33p-3, -0x1.3540f88p-2, -0x1.19ac38dp+1, 0x1.5f4ec7cp+1,
    0x1.6141d12p+0, 0x1.e720dd2p-4, -0x1.76ce625p-2, 0x1.9952443p+0, 0x1.e868b01p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.531129dp+1,
    0x1.21449d3p+1, 0x1.e8f74e8p+1, 0x1.310dc4p-1, -0x1.820be11p+0, 0x1.fe426dfp-1, -0x1.082dd7cp+0, 0x1.08358d1p+1,
    -0x1.687c509p-1, 0x1.fabb9c7p-3, -0x1.249eb56p-2, -0x1.1aeae0bp+1, 0x1.5fe419cp+1, 0x1.5dc49d9p+0, 0x1.97bbc0ap-4,
    -0x1.688fd72p-2, 0x1.976d921p+0, 0x1.e8bb1b1p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.508d578p+1, 0x1.2201ed6p+1, 0x1.e85ba89p+1,
    0x1.310dc4p-1, -0x1.879e425p+0, 0x1.fdb41d5p-1, -0x1.037e25ep+0, 0x1.0a32cc3p+1, -0x1.34f5d52p-1, 0x1.48f0b2dp-2,
    -0x1.402d0afp-3, -0x1.00b8542p+1, 0x1.582863ep+1, 0x1.476c509p+0, -0x1.1ae77e8p-7, -0x1.9913bf4p-3, 0x1.9defe2dp+0,
    0x1.d081faep+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.493e71dp+1, 0x1.2582f72p+1, 0x1.ddeb7f2p+1, 0x1.310dc4p-1, -0x1.224b089p+1,
    0x1.1267743p+0, -0x1.07fd7b7p+0, 0x1.09ff18fp+1, -0x1.2f403d2p-1, 0x1.5425c29p-2, -0x1.d4480e5p-4, -0x1.fc2d935p+0,
    0x1.566a405p+1, 0x1.37996e5p+0, 0x1.ca48936p-7, -0x1.6f039bep-3, 0x1.9950697p+0, 0x1.cd52319p+0, 0x1.0000001p+2,
    -0x1.2b2b4cp+1, -0x1.49144fp+1, 0x1.25bd356p+1, 0x1.d9ead75p+1, 0x1.310dc4p-1, -0x1.424c8f8p+1, 0x1.1a8ada7p+0,
};
static const double d18[80] = {
    -0x1.04e4abdp+0, 0x1.06d9a6cp+1, -0x1.6bad503p-1, 0x1.f965a37p-3, -0x1.4061a7cp-2, -0x1.1832349p+1, 0x1.5d1ea02p+1,
    0x1.60bd6f7p+0, 0x1.4f927ecp-3, -0x1.7ac0b9ep-2, 0x1.96b210fp+0, 0x1.ec7ccbp+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.52f5012p+1,
    0x1.2009177p+1, 0x1.e9722fcp+1, 0x1.310dc4p-1, -0x1.5bbe448p+0, 0x1.fe426ep-1, -0x1.042bd6p+0, 0x1.06bb7f2p+1,
    -0x1.6a4cef7p-1, 0x1.f65f9a4p-3, -0x1.48e243bp-2, -0x1.178c93dp+1, 0x1.5ccaa12p+1, 0x1.6279d46p+0, 0x1.64f4573p-3,
    -0x1.81f0d64p-2, 0x1.979935fp+0, 0x1.ec64fc5p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.5436722p+1, 0x1.1fa52d1p+1, 0x1.e9c20fp+1,
    0x1.310dc4p-1, -0x1.5851a69p+0, 0x1.fe89965p-1, -0x1.0392cc8p+0, 0x1.0662c3dp+1, -0x1.8880f58p-1, 0x1.89dd103p-3,
    -0x1.9e603eep-2, -0x1.28bee7fp+1, 0x1.6174f26p+1, 0x1.714b99bp+0, 0x1.f820adp-3, -0x1.e37ffafp-2, 0x1.94cda5p+0,
    0x1.fa71eb6p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.590cd0bp+1, 0x1.1d37a8dp+1, 0x1.f097ec2p+1, 0x1.310dc4p-1, -0x1.a12861ep-1,
    0x1.e0d36e6p-1, -0x1.f8387b7p-1, 0x1.03776b9p+1, -0x1.92681b2p-1, 0x1.74d2302p-3, -0x1.f2a873p-2, -0x1.29b7a2cp+1,
    0x1.65f06c9p+1, 0x1.957a74fp+0, 0x1.6596cd5p-3, -0x1.06653f8p-1, 0x1.9e1cc01p+0, 0x1.01e17b9p+1, 0x1.fffffffp+1,
    -0x1.2b2b4cp+1, -0x1.5a16cd7p+1, 0x1.1cc63c3p+1, 0x1.f9a65d3p+1, 0x1.310dc4p-1, -0x1.bd0e2bap-2, 0x1.c417819p-1,
};
static const double d19[12] = {
    0x1.d210d62p-1, 0x1.bcaa723p-1, -0x1.5ebfe18p+0, -0x1.3485939p-1, 0x1.1d30684p+0, -0x1.7c990d7p-3, 0x1.c1d06eep+0,
    -0x1.c4ed329p+0, 0x1.228eccbp+1, 0x1.a62e4fdp-7, -0x1.5cda1afp-3, 0x1.49b6e4ep-1,
};
static const double d20[8] = {
    0x1.557ca15p-26, -0x0p+0, 0x1.6ae00d4p-2, 0x1.7302bd6p-10, -0x1.ac64f95p-1, -0x1.8e8e5ecp-67, -0x1.4089618p+2,
    0x1.21085e5p-1,
};
static const double d21[80] = {
    -0x1.06bc2c2p+0, 0x1.07f93ddp+1, -0x1.65bb8f2p-1, 0x1.f4af8a2p-3, -0x1.359fed4p-2, -0x1.199f9f1p+1, 0x1.5f3c1bdp+1,
    0x1.613d678p+0, 0x1.ed43227p-4, -0x1.76f00fep-2, 0x1.993bdc1p+0, 0x1.e88b7dcp+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.5310398p+1,
    0x1.213a18bp+1, 0x1.e8fb671p+1, 0x1.310dc4p-1, -0x1.80c5068p+0, 0x1.fe426dfp-1, -0x1.077995fp+0, 0x1.07cfdccp+1,
    -0x1.6a63323p-1, 0x1.fc0c063p-3, -0x1.29292efp-2, -0x1.1a5cf07p+1, 0x1.5f21ea9p+1, 0x1.5dc526p+0, 0x1.d90ab78p-4,
    -0x1.6a96f2cp-2, 0x1.96a5bd1p+0, 0x1.ea13051p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.50a4258p+1, 0x1.218f49ap+1, 0x1.e88c66ap+1,
    0x1.310dc4p-1, -0x1.7a92672p+0, 0x1.fdbb3afp-1, -0x1.08b86c9p+0, 0x1.0731043p+1, -0x1.4e35612p-1, 0x1.3b0beaap-2,
    -0x1.b3ab9aep-3, -0x1.04f00a8p+1, 0x1.5a563f8p+1, 0x1.50cccdfp+0, 0x1.fe114cap-5, -0x1.1644eap-2, 0x1.9a7def7p+0,
    0x1.decf5f5p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.4e3c7d2p+1, 0x1.2343f5ap+1, 0x1.e1ba27cp+1, 0x1.310dc4p-1, -0x1.13924f4p+1,
    0x1.11c701bp+0, -0x1.1c8cefdp+0, 0x1.08192d7p+1, -0x1.346d141p-1, 0x1.6545539p-2, -0x1.2af35d9p-9, -0x1.f74dfe8p+0,
    0x1.524a914p+1, 0x1.fcd0d6p-1, 0x1.921be6p-3, -0x1.5f58bcdp-3, 0x1.82f101fp+0, 0x1.ce009a3p+0, 0x1.0000001p+2,
    -0x1.2b2b4cp+1, -0x1.4d1b222p+1, 0x1.244a0dap+1, 0x1.cd50ce2p+1, 0x1.310dc4p-1, -0x1.a71a6d4p+1, 0x1.37cb846p+0,
};
static const double d22[80] = {
    -0x1.0771e12p+0, 0x1.08359fbp+1, -0x1.6126a6fp-1, 0x1.f0a44d4p-3, -0x1.2df9bbp-2, -0x1.1a06815p+1, 0x1.5ff4b4fp+1,
    0x1.60e596fp+0, 0x1.778f60ep-4, -0x1.73b897ep-2, 0x1.9a1f581p+0, 0x1.e507571p+0, 0x1.ff06f69p+1, -0x1.2a99c7fp+1,
    -0x1.527d2c1p+1, 0x1.2175a08p+1, 0x1.e7bf97p+1, 0x1.3079633p-1, -0x1.9857e4cp+0, 0x1.fd4a3d4p-1, -0x1.0836561p+0,
    0x1.072bc4fp+1, -0x1.697f2aap-1, 0x1.fe033e1p-3, -0x1.1437b28p-2, -0x1.1abdc2ap+1, 0x1.5ecc961p+1, 0x1.59003fbp+0,
    0x1.4de96bcp-4, -0x1.5a034b9p-2, 0x1.93d71acp+0, 0x1.e6c4a3ap+0, 0x1.fda43b4p+1, -0x1.29ca818p+1, -0x1.4cba14cp+1,
    0x1.2157676p+1, 0x1.e58ee33p+1, 0x1.2fa6091p-1, -0x1.8ae1466p+0, 0x1.fada509p-1, -0x1.ed90548p-1, 0x1.fe9961ep+0,
    -0x1.21529ccp-1, 0x1.4c2f346p-2, -0x1.f011baap-4, -0x1.dea17a3p+0, 0x1.4a34dfep+1, 0x1.35f482cp+0, -0x1.ed048ebp-6,
    -0x1.500398cp-3, 0x1.8f2c146p+0, 0x1.bba2256p+0, 0x1.eb3242cp+1, -0x1.1f03639p+1, -0x1.3bf7196p+1, 0x1.19ffc0bp+1,
    0x1.c8672abp+1, 0x1.24a8a59p-1, -0x1.4149a22p+1, 0x1.0bc5a51p+0, -0x1.ef161b7p-1, 0x1.f87378fp+0, -0x1.185fd21p-1,
    0x1.508b096p-2, -0x1.3c6e5b9p-4, -0x1.d4a355dp+0, 0x1.445cc56p+1, 0x1.218188ep+0, -0x1.a614571p-9, -0x1.221277fp-3,
    0x1.8566c28p+0, 0x1.b28df65p+0, 0x1.e4e7e9ep+1, -0x1.1b56708p+1, -0x1.37af9a1p+1, 0x1.1699352p+1, 0x1.be75cafp+1,
    0x1.20e9305p-1, -0x1.5afd3ccp+1, 0x1.0ffb1eep+0,
};
static const double d23[12] = {
    -0x1.625768fp+0, -0x1.501445p-3, 0x1.c40d723p-2, 0x1.3f48cdbp-1, -0x1.35c7a4bp+1, -0x1.c3a2db5p+0, 0x1.cd658f2p+0,
    0x1.598bedep+2, -0x1.e659bb1p+1, -0x1.f45aaa5p-1, 0x1.eb7e94ep+0, 0x1.ee852c7p+0,
};
static const double d24[8] = {
    0x1.c673608p+1, -0x1.098acfbp+1, -0x1.5bbbdb8p+1, 0x1.fc7e2c9p+0, 0x1.6729276p+2, 0x1.0ec3f39p-1, 0x1.5e34bd6p+3,
    -0x1.3a9ec91p-1,
};
static const double d25[80] = {
    -0x1.1f20dbap+0, 0x1.14099edp+1, -0x1.366d5edp-1, 0x1.2af8f13p-3, -0x1.ac8b633p-3, -0x1.257d02dp+1, 0x1.6aa624dp+1,
    0x1.7a8329ap+0, 0x1.90695cdp-5, -0x1.13098bap-2, 0x1.b12bbbap+0, 0x1.d187286p+0, 0x1.0662999p+2, -0x1.2b2b4cp+1,
    -0x1.5fcb30dp+1, 0x1.2d3f10dp+1, 0x1.dc7c6d3p+1, 0x1.310dc4p-1, -0x1.821c67ap+0, 0x1.cb1c52ep-1, -0x1.23d4844p+0,
    0x1.0d17b2p+1, -0x1.6201a76p-1, 0x1.ebed6bbp-3, -0x1.08504a4p-3, -0x1.29df0ccp+1, 0x1.64ec5f5p+1, 0x1.6104605p+0,
    0x1.2c99a4ep-4, -0x1.5e1f683p-3, 0x1.9a50ed8p+0, 0x1.e3cb507p+0, 0x1.0c1a905p+2, -0x1.2b2b4cp+1, -0x1.52ffb66p+1,
    0x1.2d3f10dp+1, 0x1.d36f611p+1, 0x1.310dc4p-1, -0x1.73b0951p+0, 0x1.97e91fbp-1, -0x1.2ba828cp+0, 0x1.fe90133p+0,
    -0x1.38ead5cp-1, 0x1.d48ed0ap-2, -0x1.13a1c73p-4, -0x1.010db9dp+1, 0x1.588efebp+1, 0x1.551453fp+0, 0x1.0fa2398p-4,
    -0x1.d0a3a75p-4, 0x1.a651a25p+0, 0x1.d6bc41ap+0, 0x1.09be538p+2, -0x1.2b2b4cp+1, -0x1.585338cp+1, 0x1.2d3f10dp+1,
    0x1.a9046bbp+1, 0x1.310dc4p-1, -0x1.8d7c71cp+0, 0x1.2cc0f9ap+0, -0x1.2ba3464p+0, 0x1.062a842p+1, -0x1.33a2822p-1,
    0x1.92e736ep-2, 0x1.b8dc02ep-5, -0x1.0ae5918p+1, 0x1.577bf4cp+1, 0x1.16fb7d7p+0, 0x1.c5d0d97p-3, -0x1.4526f21p-4,
    0x1.914e8e3p+0, 0x1.c85ec71p+0, 0x1.11d6173p+2, -0x1.2b2b4cp+1, -0x1.566216cp+1, 0x1.2d3f10dp+1, 0x1.7ab3edbp+1,
    0x1.310dc4p-1, -0x1.8fa1e01p+0, 0x1.3358907p+0,
};
static const double d26[12] = {
    0x1.99dcd87p+4, 0x1.ab99331p+4, 0x1.2ac23bap+4, 0x1.4fd41a5p+3, 0x1.44af5dep+4, 0x1.c8db09p+4, 0x1.9b0e2b9p+4,
    0x1.623123fp+4, 0x1.500b2a2p+4, 0x1.af6dfefp+4, 0x1.d94ffddp+4, 0x1.8555007p+4,
};
static const double d27[8] = {
    0x1.8c2f284p-43, 0x0p+0, 0x1.5d44dcdp+4, 0x1.a5f76fap-2, 0x1.9p+0, 0x1.319bcep-129, 0x1.2a70d38p+11, 0x1.1191ba6p+4,
};
static const double d28[80] = {
    -0x1.1e6b60fp+0, 0x1.13d1555p+1, -0x1.1a2faeap-1, 0x1.91285b9p-3, -0x1.4e9ac2bp-3, -0x1.2862694p+1, 0x1.71a9e43p+1,
    0x1.60ae80bp+0, -0x1.76d9dd6p-5, -0x1.2af56dbp-2, 0x1.b60acbfp+0, 0x1.be8f967p+0, 0x1.f36932ap+1, -0x1.232548bp+1,
    -0x1.4bcb268p+1, 0x1.2d6ccf3p+1, 0x1.d83d88p+1, 0x1.2877d66p-1, -0x1.9b92edp+0, 0x1.effd06fp-1, -0x1.1d51871p+0,
    0x1.05e8622p+1, -0x1.5f3fdb7p-1, 0x1.2654163p-2, -0x1.362122cp-5, -0x1.29a5c67p+1, 0x1.637fad6p+1, 0x1.360a004p+0,
    -0x1.2a66229p-9, -0x1.1d13e42p-3, 0x1.8dbf802p+0, 0x1.d75cc48p+0, 0x1.e958ca6p+1, -0x1.1c5b3aep+1, -0x1.35a9841p+1,
    0x1.270384cp+1, 0x1.cb88a9dp+1, 0x1.20e8618p-1, -0x1.80ba986p+0, 0x1.d648bddp-1, -0x1.12fc53fp+0, 0x1.dbc8fdap+0,
    -0x1.0dfe771p-1, 0x1.0325e33p-1, 0x1.e9bd3e7p-6, -0x1.da268b5p+0, 0x1.43f22f6p+1, 0x1.1b8949dp+0, -0x1.632734dp-7,
    -0x1.729b815p-5, 0x1.8b92d38p+0, 0x1.ac97394p+0, 0x1.be60c1bp+1, -0x1.f880944p+0, -0x1.322e968p+1, 0x1.082bafcp+1,
    0x1.99c929bp+1, 0x1.f274b0dp-2, -0x1.9a88564p+0, 0x1.2f5ab4bp+0, -0x1.0dcc5a4p+0, 0x1.d7effc8p+0, -0x1.fbf1e19p-2,
    0x1.bb157f2p-2, 0x1.0a59eacp-3, -0x1.dfc8864p+0, 0x1.3a4fc34p+1, 0x1.c9a2b62p-1, 0x1.a09f1edp-4, -0x1.2aac735p-6,
    0x1.6f20ffep+0, 0x1.95c355ep+0, 0x1.a0256c6p+1, -0x1.c69dab3p+0, -0x1.28d47b1p+1, 0x1.df6dbdbp+0, 0x1.78e60d5p+1,
    0x1.aac9e8ap-2, -0x1.9a37e9fp+0, 0x1.29cfa89p+0,
};
static const double d29[12] = {
    0x1.a32cd33p+4, 0x1.b99b6a9p+4, 0x1.37f833p+4, 0x1.5edd79ep+3, 0x1.4df0701p+4, 0x1.0051a35p+5, 0x1.c9d807bp+4,
    0x1.953b915p+4, 0x1.58e71adp+4, 0x1.bad5d83p+4, 0x1.f5cac95p+4, 0x1.a7eaeb5p+4,
};
static const double d30[8] = {
    0x1.c90caacp+1, 0x1.7ae812dp+0, 0x1.87ce1f1p+4, 0x1.b014ea4p+0, 0x1.1631adbp+3, 0x1.1e73c32p-1, 0x1.28d851ep+11,
    0x1.0b58ca1p+4,
};
static const double d31[80] = {
    -0x1.02f7e5dp+0, 0x1.05f523fp+1, -0x1.6ebf4a5p-1, 0x1.06204fap-2, -0x1.46e988ap-2, -0x1.176887fp+1, 0x1.5c91a9fp+1,
    0x1.5e5a33dp+0, 0x1.4562054p-3, -0x1.83ad62ap-2, 0x1.9502c5dp+0, 0x1.edb01e3p+0, 0x1.feb9148p+1, -0x1.2b2b4cp+1,
    -0x1.51b6b5fp+1, 0x1.1f2a95fp+1, 0x1.ea90e81p+1, 0x1.310dc4p-1, -0x1.65f371dp+0, 0x1.01afeb9p+0, -0x1.027f883p+0,
    0x1.06a6eedp+1, -0x1.6a63a97p-1, 0x1.f8f4f97p-3, -0x1.4f1fb05p-2, -0x1.16f853cp+1, 0x1.5d243dbp+1, 0x1.60e6e19p+0,
    0x1.405cf8fp-3, -0x1.8dacc5p-2, 0x1.974bda7p+0, 0x1.ebdc809p+0, 0x1.fd94499p+1, -0x1.2b2b4cp+1, -0x1.52fe423p+1,
    0x1.1f2a95fp+1, 0x1.eb789c8p+1, 0x1.310dc4p-1, -0x1.6764a08p+0, 0x1.043f47bp+0, -0x1.01b72afp+0, 0x1.08087fap+1,
    -0x1.6e7f8b4p-1, 0x1.cc70274p-3, -0x1.5572dbdp-2, -0x1.1b0d427p+1, 0x1.5e60c75p+1, 0x1.62187c7p+0, 0x1.41cfbe5p-3,
    -0x1.9390a6p-2, 0x1.9618953p+0, 0x1.ed2acedp+0, 0x1.fe0d228p+1, -0x1.2b2b4cp+1, -0x1.5275e85p+1, 0x1.1f2a95fp+1,
    0x1.efb681dp+1, 0x1.310dc4p-1, -0x1.64d03dap+0, 0x1.f5227a4p-1, -0x1.01b7a8p+0, 0x1.0758403p+1, -0x1.6f06c6dp-1,
    0x1.d991ac7p-3, -0x1.61d9a74p-2, -0x1.1a11467p+1, 0x1.5e7c485p+1, 0x1.684e2b7p+0, 0x1.2202f84p-3, -0x1.970d5dcp-2,
    0x1.98327d9p+0, 0x1.ee9a8e5p+0, 0x1.fc6ec83p+1, -0x1.2b2b4cp+1, -0x1.52a79efp+1, 0x1.1f2a95fp+1, 0x1.f458281p+1,
    0x1.310dc4p-1, -0x1.64994c3p+0, 0x1.f3d0f5bp-1,
};
static const double d32[80] = {
    -0x1.06567f2p+0, 0x1.07a470cp+1, -0x1.6802166p-1, 0x1.f14c209p-3, -0x1.396f213p-2, -0x1.1917d4ep+1, 0x1.5e40f7p+1,
    0x1.61b8bf9p+0, 0x1.2a6d328p-3, -0x1.7633093p-2, 0x1.98615fap+0, 0x1.ea5184p+0, 0x1.0000003p+2, -0x1.2b2b4cp+1,
    -0x1.5365dadp+1, 0x1.20d9e2dp+1, 0x1.e8e19dp+1, 0x1.310dc4p-1, -0x1.69520c3p+0, 0x1.fe426aap-1, -0x1.068f214p+0,
    0x1.0751f7cp+1, -0x1.69fc07p-1, 0x1.f9f9726p-3, -0x1.35b1c8bp-2, -0x1.194c621p+1, 0x1.5dfc9fap+1, 0x1.6094c88p+0,
    0x1.2cc8f67p-3, -0x1.71b7ce2p-2, 0x1.975905ep+0, 0x1.eb27f7fp+0, 0x1.0000009p+2, -0x1.2b2b4cp+1, -0x1.52d379fp+1,
    0x1.20d9e2dp+1, 0x1.e8774fp+1, 0x1.310dc4p-1, -0x1.68a700cp+0, 0x1.fca41b3p-1, -0x1.0703f4p+0, 0x1.0665a65p+1,
    -0x1.679e24ap-1, 0x1.0e45861p-2, -0x1.2fc2703p-2, -0x1.1661cfbp+1, 0x1.5d412c8p+1, 0x1.5f87acp+0, 0x1.2c6ae1ap-3,
    -0x1.6ea7011p-2, 0x1.97e11dfp+0, 0x1.eabb176p+0, 0x1.0000003p+2, -0x1.2b2b4cp+1, -0x1.533802bp+1, 0x1.20d9e2dp+1,
    0x1.e4f75a5p+1, 0x1.310dc4p-1, -0x1.6b5eef7p+0, 0x1.04e9b0fp+0, -0x1.06df066p+0, 0x1.076fe97p+1, -0x1.67a93dep-1,
    0x1.0575047p-2, -0x1.203d5e7p-2, -0x1.179facp+1, 0x1.5d16b05p+1, 0x1.57fdf53p+0, 0x1.475b22ap-3, -0x1.6a65ee6p-2,
    0x1.95d157ap+0, 0x1.e8addbp+0, 0x1.000001dp+2, -0x1.2b2b4cp+1, -0x1.52f91ffp+1, 0x1.20d9e2dp+1, 0x1.ddf471dp+1,
    0x1.310dc4p-1, -0x1.6b98956p+0, 0x1.0633cb1p+0,
};
static const double d33[12] = {
    0x1.efe9c11p-1, 0x1.7a1b155p-1, 0x1.4863037p-1, 0x1.f744cfbp-2, 0x1.6468bfp-1, 0x1.3a05bfap-1, 0x1.223544ep+0,
    0x1.b369042p-1, 0x1.38c804bp-1, 0x1.b3110cbp-1, 0x1.1e27ddbp+0, 0x1.15d9084p+0,
};
static const double d34[8] = {
    0x1.093b46bp-47, 0x0p+0, 0x1.32b9f32p-1, 0x1.aed50f3p-9, 0x1.db3e5e1p-5, 0x1.6981f2bp-134, 0x1.3e7cef4p+6, 0x1.432b7c2p-1,
};
static const double d35[12] = {
    0x1.cf90b31p-18, 0x1.96e5ebfp-18, 0x1.c07a0d7p-18, 0x1.e069b9ap-17, 0x1.c4e8d1ep-18, 0x1.eaf0ca1p-19, 0x1.0d6b704p-17,
    0x1.508db77p-17, 0x1.28d6be9p-19, 0x1.e9bd6dap-18, 0x1.46850e7p-17, 0x1.35963fp-17,
};
static const double d36[8] = {
    0x1.093b46bp-47, 0x0p+0, 0x1.3de2f07p-18, 0x1.569600ep-24, 0x1.9d9642bp-17, 0x1.6981f2bp-134, 0x1.80f0f49p-18,
    0x1.866c95bp-17,
};
static const double d37[80] = {
    -0x1.033146fp+0, 0x1.0611c44p+1, -0x1.6e4cb6fp-1, 0x1.0526047p-2, -0x1.46044d2p-2, -0x1.178521ep+1, 0x1.5cae3d4p+1,
    0x1.5e94a43p+0, 0x1.43991fap-3, -0x1.82c0ca3p-2, 0x1.953c039p+0, 0x1.ed76e2ap+0, 0x1.fed52e8p+1, -0x1.2a01136p+1,
    -0x1.51d3bd9p+1, 0x1.1f4733dp+1, 0x1.e820e84p+1, 0x1.2c95c1p-1, -0x1.662c8bfp+0, 0x1.f9a97f8p-1, -0x1.01ffdd4p+0,
    0x1.0681af5p+1, -0x1.68439bep-1, 0x1.f0b5effp-3, -0x1.5143a8ep-2, -0x1.16aabbbp+1, 0x1.5d157d3p+1, 0x1.61d5d65p+0,
    0x1.3bc4edfp-3, -0x1.8fc63dcp-2, 0x1.9814c1ap+0, 0x1.ea9866dp+0, 0x1.fd91671p+1, -0x1.28be382p+1, -0x1.5375802p+1,
    0x1.1eca3ffp+1, 0x1.e6e0b1fp+1, 0x1.27c9e45p-1, -0x1.6837ce1p+0, 0x1.fa693bcp-1, -0x1.ff5c512p-1, 0x1.07fe00cp+1,
    -0x1.6c73b4fp-1, 0x1.8a536b8p-3, -0x1.5f9ebbfp-2, -0x1.1e3defep+1, 0x1.5cede13p+1, 0x1.623fcbcp+0, 0x1.39c89efp-3,
    -0x1.962b329p-2, 0x1.93a78ccp+0, 0x1.e7b42dbp+0, 0x1.f19730ep+1, -0x1.1cde3fdp+1, -0x1.502939fp+1, 0x1.190137ep+1,
    0x1.db3b7d7p+1, 0x1.f96ccddp-2, -0x1.5fb118fp+0, 0x1.c6d31a2p-1, -0x1.fa950abp-1, 0x1.00c401dp+1, -0x1.6620e22p-1,
    0x1.b67c3d4p-3, -0x1.9090c02p-2, -0x1.166e9dcp+1, 0x1.59d90e8p+1, 0x1.72e098cp+0, 0x1.530c7fcp-4, -0x1.9e81745p-2,
    0x1.95a47acp+0, 0x1.ea2ac89p+0, 0x1.d5875ffp+1, -0x1.0184e29p+1, -0x1.4c76a27p+1, 0x1.05932a5p+1, 0x1.c151723p+1,
    0x1.4ead6a7p-2, -0x1.5f85e15p+0, 0x1.b5f95c5p-1,
};
static const double d38[12] = {
    0x1.0519cfep+0, 0x1.568b8ddp-1, 0x1.858bbd5p-1, 0x1.8676152p-1, 0x1.8beed89p-1, 0x1.0e02d93p-2, 0x1.19b9e39p+1,
    0x1.8412d49p-1, 0x1.829ecaep-1, 0x1.659133ap-1, 0x1.2dddab3p+0, 0x1.a7af7f6p+0,
};
static const double d39[8] = {
    0x1.1b6b802p-3, 0x1.5c6c47bp-5, 0x1.4ac68f1p-2, 0x1.6379e3bp-5, 0x1.6ea3eb5p-7, 0x1.5c846c6p-10, 0x1.34b9806p+6,
    0x1.9bf6fc1p-1,
};
static const double d40[12] = {
    0x1.1e7c9bfp-12, 0x1.93426a1p-13, 0x1.d62042dp-12, 0x1.9c9e48fp-11, 0x1.130d8bfp-12, 0x1.078a84dp-13, 0x1.2e4879dp-12,
    0x1.6b1ed71p-12, 0x1.3cbfe31p-12, 0x1.4ad6adfp-12, 0x1.b34380ap-12, 0x1.320c56ep-12,
};
static const double d41[8] = {
    0x1.fda0ee9p-11, 0x1.dd0ef3cp-11, 0x1.3af57d3p-13, 0x1.19bc1d3p-11, 0x1.9f8ca7cp-11, 0x1.f835191p-12, 0x1.f87479p-13,
    0x1.0da36afp-11,
};
static const double d42[80] = {
    -0x1.1f20db4p+0, 0x1.14099ebp+1, -0x1.366d5f4p-1, 0x1.2af8f9bp-3, -0x1.ac8b651p-3, -0x1.257d02bp+1, 0x1.6aa624cp+1,
    0x1.7a83286p+0, 0x1.90695e9p-5, -0x1.13098e3p-2, 0x1.b12bbb6p+0, 0x1.d187289p+0, 0x1.01ecc53p+2, -0x1.2b2b4cp+1,
    -0x1.5fcb2f5p+1, 0x1.2d3f10bp+1, 0x1.dc7c6d9p+1, 0x1.310dc4p-1, -0x1.821c679p+0, 0x1.e4a8d46p-1, -0x1.23da5f7p+0,
    0x1.0d11639p+1, -0x1.62110e5p-1, 0x1.ec0935bp-3, -0x1.0805108p-3, -0x1.29e408ep+1, 0x1.64e6797p+1, 0x1.61041afp+0,
    0x1.2d134a2p-4, -0x1.5e13742p-3, 0x1.9a4afafp+0, 0x1.e3d6d59p+0, 0x1.04bba7ap+2, -0x1.2b2b4cp+1, -0x1.52ffb19p+1,
    0x1.2d3f10bp+1, 0x1.d369911p+1, 0x1.310dc4p-1, -0x1.73a3ea8p+0, 0x1.b175a44p-1, -0x1.2bb556p+0, 0x1.fe31a7bp+0,
    -0x1.392bb15p-1, 0x1.d6d8ae9p-2, -0x1.0f2752fp-4, -0x1.00c77fp+1, 0x1.586f4c8p+1, 0x1.54e954fp+0, 0x1.0f78936p-4,
    -0x1.d05cb46p-4, 0x1.a65ec96p+0, 0x1.d7024c4p+0, 0x1.030c55cp+2, -0x1.2b2b4cp+1, -0x1.5863a82p+1, 0x1.2d3f10bp+1,
    0x1.a874ac4p+1, 0x1.310dc4p-1, -0x1.8decf7p+0, 0x1.39d5c5ep+0, -0x1.2b7ecb5p+0, 0x1.067e708p+1, -0x1.3437427p-1,
    0x1.9359186p-2, 0x1.e833b53p-5, -0x1.0aeb1b1p+1, 0x1.5763ae1p+1, 0x1.14b2fcfp+0, 0x1.da65648p-3, -0x1.3f7be57p-4,
    0x1.90d8126p+0, 0x1.c817239p+0, 0x1.093fc18p+2, -0x1.2b2b4cp+1, -0x1.5659177p+1, 0x1.2d3f10bp+1, 0x1.783754cp+1,
    0x1.310dc4p-1, -0x1.9031e6ep+0, 0x1.40bcf3bp+0,
};
static const double d43[12] = {
    0x1.d4adb4dp-3, 0x1.d88e6b5p-3, 0x1.5095ad8p-3, 0x1.8689d6bp-4, 0x1.6da1918p-3, 0x1.f414823p-3, 0x1.db5c3c5p-3,
    0x1.9533308p-3, 0x1.6fc105bp-3, 0x1.e2785abp-3, 0x1.0f55ca9p-2, 0x1.c22b892p-3,
};
static const double d44[8] = {
    0x1.c958188p-50, 0x0p+0, 0x1.82c6ea7p-3, 0x1.a85bb71p-9, 0x1.c705986p-7, 0x1.5a8697ap-136, 0x1.4e80149p+4, 0x1.38ca29bp-3,
};
static const double d45[80] = {
    -0x1.0aa5fa4p+0, 0x1.09cc2e2p+1, -0x1.5f63217p-1, 0x1.cecffd2p-3, -0x1.283136ep-2, -0x1.1b3f922p+1, 0x1.6068b42p+1,
    0x1.6608481p+0, 0x1.07f1618p-3, -0x1.64f5114p-2, 0x1.9cb0da4p+0, 0x1.e60209bp+0, 0x1.00628ddp+2, -0x1.2b2b4cp+1,
    -0x1.558dbfep+1, 0x1.2301a02p+1, 0x1.e6b9ddfp+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f923b5bp-1, -0x1.1033875p+0,
    0x1.0ab5287p+1, -0x1.5ee62bfp-1, 0x1.d08fa86p-3, -0x1.054eca4p-2, -0x1.1e6eccbp+1, 0x1.619031ap+1, 0x1.658a84ap+0,
    0x1.da54ea6p-4, -0x1.3e8682fp-2, 0x1.9cb9267p+0, 0x1.e50fecep+0, 0x1.014b079p+2, -0x1.2b2b4cp+1, -0x1.554c796p+1,
    0x1.254f731p+1, 0x1.e29b788p+1, 0x1.310dc4p-1, -0x1.6f58466p+0, 0x1.ea4a9fcp-1, -0x1.28b2bddp+0, 0x1.05148f1p+1,
    -0x1.243ad46p-1, 0x1.5a39254p-2, -0x1.1a4badp-4, -0x1.1492b8ep+1, 0x1.5a6430ap+1, 0x1.5d238ddp+0, 0x1.6b2a09ap-5,
    -0x1.29d93e9p-4, 0x1.ab8cc79p+0, 0x1.c5bbb35p+0, 0x1.04ae55cp+2, -0x1.2b2b4cp+1, -0x1.5746419p+1, 0x1.303a419p+1,
    0x1.b30ea89p+1, 0x1.310dc4p-1, -0x1.7d3ed1ep+0, 0x1.0e8ff04p+0, -0x1.2c5b38ep+0, 0x1.04710dap+1, -0x1.1f3a08ep-1,
    0x1.6b80f31p-2, -0x1.20e92cbp-5, -0x1.12d26bfp+1, 0x1.5960b15p+1, 0x1.53bd724p+0, 0x1.c486d35p-5, -0x1.ad433d7p-5,
    0x1.a8d0236p+0, 0x1.c35a6aap+0, 0x1.059e8bfp+2, -0x1.2b2b4cp+1, -0x1.5793402p+1, 0x1.30efb7cp+1, 0x1.a8564edp+1,
    0x1.310dc4p-1, -0x1.81123cep+0, 0x1.16659abp+0,
};
static const double d46[12] = {
    0x1.857fb1ep-4, -0x1.cf6183p+1, 0x1.a3a4accp+0, -0x1.f936b28p-3, -0x1.ec6baccp+2, -0x1.af1a4adp-1, -0x1.2ae7ca2p-1,
    0x1.6ed7c6p+3, -0x1.27fe748p+3, -0x1.bd6a65dp+1, 0x1.81779d5p+0, 0x1.defcb6ep+0,
};
static const double d47[8] = {
    -0x1.de59fd4p+1, 0x0p+0, -0x1.0459938p-1, -0x1.986774cp-1, 0x1.91c0b37p+4, 0x1.f08b78dp-39, 0x1.ad5e6cap+1, -0x1.8735c6bp+2,
};
static const double d48[80] = {
    -0x1.1f41df5p+0, 0x1.141a20bp+1, -0x1.362b572p-1, 0x1.29f0d95p-3, -0x1.ab8344bp-3, -0x1.258d84bp+1, 0x1.6ab6a6cp+1,
    0x1.7aa42c6p+0, 0x1.8c48dcfp-5, -0x1.12857e1p-2, 0x1.b14cbf6p+0, 0x1.d166248p+0, 0x1.01ed83bp+2, -0x1.2b2b4cp+1,
    -0x1.5fdbb16p+1, 0x1.2d4f92bp+1, 0x1.dc6beb8p+1, 0x1.310dc4p-1, -0x1.823d6bap+0, 0x1.e4985dp-1, -0x1.2403a5p+0,
    0x1.0d21255p+1, -0x1.61d52f4p-1, 0x1.eb5d82p-3, -0x1.055c831p-3, -0x1.29fddd3p+1, 0x1.64f58e7p+1, 0x1.610a235p+0,
    0x1.2b45defp-4, -0x1.5b9c737p-3, 0x1.9a66219p+0, 0x1.e3b5d3fp+0, 0x1.04bf953p+2, -0x1.2b2b4cp+1, -0x1.5300a27p+1,
    0x1.2d4f92bp+1, 0x1.d341987p+1, 0x1.310dc4p-1, -0x1.73c3b8dp+0, 0x1.b12324cp-1, -0x1.2c0eb3ep+0, 0x1.fe283c3p+0,
    -0x1.38ce3fbp-1, 0x1.d8ded39p-2, -0x1.064ed9dp-4, -0x1.008bbc7p+1, 0x1.587554dp+1, 0x1.54c9b5fp+0, 0x1.0cf2a77p-4,
    -0x1.c7b0e88p-4, 0x1.a680f4ep+0, 0x1.d6c5d04p+0, 0x1.0313a5ep+2, -0x1.2b2b4cp+1, -0x1.585e30dp+1, 0x1.2d4f92bp+1,
    0x1.a6f7a56p+1, 0x1.310dc4p-1, -0x1.8e2213dp+0, 0x1.3a8586bp+0, -0x1.2be72bbp+0, 0x1.06788p+1, -0x1.33afebfp-1,
    0x1.956dba4p-2, 0x1.063bdb8p-4, -0x1.0aba3a2p+1, 0x1.5761fcdp+1, 0x1.134fe6cp+0, 0x1.d9b83b7p-3, -0x1.3512733p-4,
    0x1.90d8aep+0, 0x1.c7c48e6p+0, 0x1.094f3a1p+2, -0x1.2b2b4cp+1, -0x1.565142dp+1, 0x1.2d4f92bp+1, 0x1.7247ba2p+1,
    0x1.310dc4p-1, -0x1.9078758p+0, 0x1.4194ad1p+0,
};
static const double d49[12] = {
    0x1.604d9e7p-7, -0x1.31319dcp-6, -0x1.1682a1bp-7, -0x1.bf3bb1bp-7, -0x1.1c2c6a2p-4, -0x1.259211fp-5, 0x1.4fdb616p-7,
    0x1.9a0270bp-4, -0x1.56fb4cep-5, -0x1.3b9426ap-5, 0x1.2092ec3p-6, 0x1.5d4cb9p-6,
};
static const double d50[8] = {
    -0x1.06180e7p-28, 0x0p+0, -0x1.589c142p-7, -0x1.4a88374p-8, 0x1.c705986p-5, 0x1.08b6747p-70, 0x1.adf2d4cp-2,
    -0x1.96c8ce7p-5,
};
static const double d51[80] = {
    -0x1.03d2983p+0, 0x1.066274fp+1, -0x1.6d09fc2p-1, 0x1.02b229bp-2, -0x1.437ee18p-2, -0x1.17d5d4dp+1, 0x1.5cfef12p+1,
    0x1.5f35309p+0, 0x1.3e8e00dp-3, -0x1.8040eddp-2, 0x1.95dd662p+0, 0x1.ecd57f5p+0, 0x1.ff25ba8p+1, -0x1.2a51279p+1,
    -0x1.522429cp+1, 0x1.1f97e57p+1, 0x1.e86f529p+1, 0x1.2da8d05p-1, -0x1.66cde99p+0, 0x1.fadb878p-1, -0x1.01e3e3fp+0,
    0x1.05e5a26p+1, -0x1.6cd9003p-1, 0x1.01ba3e8p-2, -0x1.4ed5981p-2, -0x1.16bc403p+1, 0x1.5c7e435p+1, 0x1.5f7cd97p+0,
    0x1.45fc95cp-3, -0x1.8c8bb9ap-2, 0x1.95da226p+0, 0x1.ecd548p+0, 0x1.fdd04b6p+1, -0x1.28fbfe5p+1, -0x1.5248f94p+1,
    0x1.1eae63fp+1, 0x1.e71aaa3p+1, 0x1.285bd59p-1, -0x1.665d3f1p+0, 0x1.f8793c5p-1, -0x1.f255765p-1, 0x1.0625371p+1,
    -0x1.77d8d5cp-1, 0x1.a2b80f7p-3, -0x1.8098e7p-2, -0x1.1a20a48p+1, 0x1.5b671b7p+1, 0x1.6047d1ep+0, 0x1.657d6bcp-3,
    -0x1.c65fa63p-2, 0x1.8dd37e2p+0, 0x1.ef7bf74p+0, 0x1.ed09cf6p+1, -0x1.1847bdep+1, -0x1.4fb0994p+1, 0x1.15680b4p+1,
    0x1.d688c2ep+1, 0x1.cf53d9dp-2, -0x1.60e00fdp+0, 0x1.b914df7p-1, -0x1.df1c617p-1, 0x1.0185b2cp+1, -0x1.76dcf5fp-1,
    0x1.6573d8ap-3, -0x1.be453adp-2, -0x1.1803d3ap+1, 0x1.5762413p+1, 0x1.74c35aep+0, 0x1.db19e56p-4, -0x1.da272a4p-2,
    0x1.90534d5p+0, 0x1.eaa4f4bp+0, 0x1.be434a2p+1, -0x1.d546f2ep+0, -0x1.49dd32ep+1, 0x1.ef8a3c7p+0, 0x1.ab51b4fp+1,
    0x1.70a5b33p-3, -0x1.59e2ad6p+0, 0x1.8de9c2ep-1,
};
static const double d52[12] = {
    0x1.eff3fe8p-1, 0x1.b7f2c01p-1, 0x1.5265b6fp-1, 0x1.f701acfp-2, 0x1.5bde959p-1, 0x1.5110c74p-1, 0x1.3b81ad8p+0,
    0x1.7ea524p-1, 0x1.3e69c0ep-1, 0x1.b090ad6p-1, 0x1.202d229p+0, 0x1.1b87949p+0,
};
static const double d53[8] = {
    0x1.0381f22p-3, 0x1.3bad8bfp-5, 0x1.4786398p-1, 0x1.735d5ccp-5, 0x1.4515f5cp-7, 0x1.1d13793p-10, 0x1.40069f2p+6,
    0x1.543b42bp-1,
};
static const double d54[12] = {
    0x1.17a3c19p-2, 0x1.538c66dp+1, -0x1.118ff2ap+1, -0x1.5f8fd73p-1, 0x1.90bd43ap+0, -0x1.6e22f8fp+0, 0x1.4e7fff6p+1,
    -0x1.1a927dap+1, 0x1.0c49e11p+2, -0x1.162a2b2p-4, 0x1.2ecdf97p-1, 0x1.1471547p+0,
};
static const double d55[8] = {
    0x1.f612d4bp+3, -0x1.e07dc0fp+3, -0x1.11027dfp+0, 0x1.4accfb6p+3, 0x1.af931a3p+3, 0x1.0d08106p+3, -0x1.6f9b2a9p-1,
    0x1.80df6acp+0,
};
static const double d56[12] = {
    -0x1.4a98059p-5, 0x1.8f2d313p-2, -0x1.513574ep-3, -0x1.efb8fb1p-7, 0x1.8ceb2a1p-3, -0x1.9d4318ap-3, 0x1.3bda265p-2,
    -0x1.318be28p-2, 0x1.9249959p-2, 0x1.4ba36b5p-5, 0x1.8ac373dp-4, 0x1.2a09c2fp-3,
};
static const double d57[8] = {
    0x1.5ef2997p-2, -0x1.8281e46p-3, -0x1.95f860bp-3, 0x1.937e5cp-3, 0x1.860fc39p-4, 0x1.ed1becdp-6, -0x1.746ddfdp+0,
    0x1.e158d7cp-3,
};
static const double d58[80] = {
    -0x1.0aa5fa5p+0, 0x1.09cc2e3p+1, -0x1.5f63216p-1, 0x1.cecffbap-3, -0x1.283136cp-2, -0x1.1b3f923p+1, 0x1.6068b43p+1,
    0x1.6608485p+0, 0x1.07f1617p-3, -0x1.64f510cp-2, 0x1.9cb0da5p+0, 0x1.e60209bp+0, 0x1.0109de7p+2, -0x1.2b2b4cp+1,
    -0x1.558dc02p+1, 0x1.2301a03p+1, 0x1.e6b9ddep+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f4f34d7p-1, -0x1.0eb8818p+0,
    0x1.0a344cap+1, -0x1.6246099p-1, 0x1.e2562adp-3, -0x1.13c5e59p-2, -0x1.1d83318p+1, 0x1.61172d3p+1, 0x1.628c3d7p+0,
    0x1.e99e784p-4, -0x1.531c6a5p-2, 0x1.9ad587p+0, 0x1.e652f8ap+0, 0x1.021d9a2p+2, -0x1.2b2b4cp+1, -0x1.53b2bc3p+1,
    0x1.24b8c14p+1, 0x1.e42a81bp+1, 0x1.310dc4p-1, -0x1.6e516cbp+0, 0x1.ed54975p-1, -0x1.12bea22p+0, 0x1.08a8226p+1,
    -0x1.4af533bp-1, 0x1.4204577p-2, -0x1.adfb64fp-3, -0x1.14d2cfp+1, 0x1.5c754d8p+1, 0x1.557c47fp+0, 0x1.4eaec8ep-4,
    -0x1.1819a19p-2, 0x1.9c48633p+0, 0x1.da8d023p+0, 0x1.0414ca9p+2, -0x1.2b2b4cp+1, -0x1.504f61bp+1, 0x1.2b2aa8bp+1,
    0x1.cfafa07p+1, 0x1.310dc4p-1, -0x1.75342bfp+0, 0x1.090d53cp+0, -0x1.1dac235p+0, 0x1.07f76cep+1, -0x1.3bd6c21p-1,
    0x1.706e2f9p-2, -0x1.98bb8fdp-4, -0x1.0f74a66p+1, 0x1.582e1bbp+1, 0x1.2c716afp+0, 0x1.17d7f6ap-3, -0x1.d3385dap-3,
    0x1.910ea57p+0, 0x1.d2b7badp+0, 0x1.0845b8ap+2, -0x1.2b2b4cp+1, -0x1.4fd2c6fp+1, 0x1.2eb225bp+1, 0x1.a9493a3p+1,
    0x1.310dc4p-1, -0x1.84d3685p+0, 0x1.203a90ep+0,
};
static const double d59[12] = {
    -0x1.887e6d6p-5, -0x1.9a1753p-3, 0x1.8af8342p-4, 0x1.09dae69p-5, -0x1.dad8bfep-3, -0x1.330c7cbp-9, -0x1.dc22322p-5,
    0x1.b8a319p-2, -0x1.840b66ap-2, -0x1.519190bp-4, 0x1.930a5ap-5, 0x1.0cfd11ap-5,
};
static const double d60[8] = {
    -0x1.eb9c8f7p-27, 0x0p+0, -0x1.618e7cep-5, -0x1.4f931e8p-8, 0x1.db3e5e1p-3, 0x1.0a94997p-68, 0x1.5405a88p+0,
    -0x1.4597282p-3,
};
static const double d61[12] = {
    0x1.9eeff86p-6, 0x1.af6a2f6p-6, 0x1.2dfd13p-6, 0x1.5489598p-7, 0x1.482f708p-6, 0x1.cc8d94dp-6, 0x1.a096cb8p-6,
    0x1.6694d41p-6, 0x1.52aa173p-6, 0x1.b3c76aap-6, 0x1.df4ec1fp-6, 0x1.8a8e51p-6,
};
static const double d62[8] = {
    0x1.917572ap-53, 0x0p+0, 0x1.6075605p-6, 0x1.a5d785ap-12, 0x1.94b8e72p-10, 0x1.3519c2p-139, 0x1.2d824eep+1, 0x1.14f6963p-6,
};
static const double d63[80] = {
    -0x1.006889bp+0, 0x1.04ad75dp+1, -0x1.73de02ap-1, 0x1.105dc03p-2, -0x1.5126f94p-2, -0x1.1620d9dp+1, 0x1.5b49fbdp+1,
    0x1.5bcad7bp+0, 0x1.59dce69p-3, -0x1.8dead34p-2, 0x1.927369bp+0, 0x1.f03f7a5p+0, 0x1.fd70a3ep+1, -0x1.289befep+1,
    -0x1.506f07ep+1, 0x1.1de2e7dp+1, 0x1.e6b9ddep+1, 0x1.26d0538p-1, -0x1.636415bp+0, 0x1.f404fd7p-1, -0x1.f7f29b5p-1,
    0x1.036f6ap+1, -0x1.705d4e3p-1, 0x1.0572812p-2, -0x1.6590199p-2, -0x1.13bd482p+1, 0x1.5a01429p+1, 0x1.5ed8f6ap+0,
    0x1.6cc286p-3, -0x1.9f83b92p-2, 0x1.9397dadp+0, 0x1.ef087bbp+0, 0x1.fae15e2p+1, -0x1.260cbadp+1, -0x1.51ff62bp+1,
    0x1.1bbffc4p+1, 0x1.e42ac93p+1, 0x1.1c9599dp-1, -0x1.629f5e1p+0, 0x1.ee0775fp-1, -0x1.e714741p-1, 0x1.01d1e93p+1,
    -0x1.820d278p-1, 0x1.5cbd401p-3, -0x1.9d4496bp-2, -0x1.196e92p+1, 0x1.581f7fdp+1, 0x1.6613075p+0, 0x1.b5f978cp-3,
    -0x1.d60ee6cp-2, 0x1.8ac8b7cp+0, 0x1.f28abeep+0, 0x1.e671652p+1, -0x1.11a512bp+1, -0x1.50e871ep+1, 0x1.0c6b53fp+1,
    0x1.cfd3c97p+1, 0x1.983d5cfp-2, -0x1.5b4cec4p+0, 0x1.ae37d49p-1, -0x1.c3ef4bep-1, 0x1.f77764fp+0, -0x1.8430fd7p-1,
    0x1.df361d6p-4, -0x1.0109dfp-1, -0x1.181bc4ap+1, 0x1.51bcb71p+1, 0x1.854a71dp+0, 0x1.3937d2ep-3, -0x1.f7d1d67p-2,
    0x1.8afd2b9p+0, 0x1.ea5c00dp+0, 0x1.c09c924p+1, -0x1.d889201p+0, -0x1.478010fp+1, 0x1.de63b34p+0, 0x1.ab6a1f6p+1,
    0x1.271ec6fp-3, -0x1.4ab5c7cp+0, 0x1.7339cd6p-1,
};
static const double d64[12] = {
    -0x1.2cfd9f4p-5, 0x1.8bbb1bfp-2, -0x1.5552fc6p-3, -0x1.3a98ab2p-6, 0x1.83e902cp-3, -0x1.9daaa61p-3, 0x1.3891cc6p-2,
    -0x1.2da65efp-2, 0x1.95fbf13p-2, 0x1.3b997c1p-5, 0x1.84b8be3p-4, 0x1.2ae0bc6p-3,
};
static const double d65[8] = {
    0x1.5c3337bp-2, -0x1.7c9ffc1p-3, -0x1.954dd36p-3, 0x1.852449cp-3, 0x1.78bea4dp-4, 0x1.a555c9cp-6, -0x1.7370e7dp+0,
    0x1.db0d3d1p-3,
};
static const double d66[12] = {
    0x1.a747a92p-6, 0x1.cbbd42dp-6, 0x1.2d9332p-6, 0x1.57f7c38p-7, 0x1.3ebd974p-6, 0x1.c18e75fp-6, 0x1.b2480eep-6,
    0x1.3b41b97p-6, 0x1.55b39b2p-6, 0x1.ae7fd1bp-6, 0x1.df674a3p-6, 0x1.8a32d54p-6,
};
static const double d67[8] = {
    0x1.ca6e81fp-9, 0x1.1e68002p-10, 0x1.71a9557p-6, 0x1.c8a2948p-10, 0x1.363ec53p-12, 0x1.399fde8p-15, 0x1.2f425dbp+1,
    0x1.27b0e47p-6,
};
static const double d68[80] = {
    -0x1.0aa5fa5p+0, 0x1.09cc2e3p+1, -0x1.5f63216p-1, 0x1.cecffbap-3, -0x1.283136cp-2, -0x1.1b3f923p+1, 0x1.6068b43p+1,
    0x1.6608485p+0, 0x1.07f1617p-3, -0x1.64f510cp-2, 0x1.9cb0da5p+0, 0x1.e60209bp+0, 0x1.0109de7p+2, -0x1.2b2b4cp+1,
    -0x1.558dc02p+1, 0x1.2301a03p+1, 0x1.e6b9ddep+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f4f34d7p-1, -0x1.0eaf73bp+0,
    0x1.0a356f1p+1, -0x1.623d8abp-1, 0x1.e1f4278p-3, -0x1.13ec71ep-2, -0x1.1d8f1f2p+1, 0x1.6119f89p+1, 0x1.62a242p+0,
    0x1.e96c455p-4, -0x1.5384a19p-2, 0x1.9adcb8p+0, 0x1.e652eecp+0, 0x1.0219ebep+2, -0x1.2b2b4cp+1, -0x1.53bea0ep+1,
    0x1.24ad876p+1, 0x1.e42a81bp+1, 0x1.310dc4p-1, -0x1.6e531fdp+0, 0x1.ed85823p-1, -0x1.12d0caap+0, 0x1.089fc89p+1,
    -0x1.4bb97p-1, 0x1.3e0bfd4p-2, -0x1.b452e59p-3, -0x1.158ddc9p+1, 0x1.5c86662p+1, 0x1.55b0912p+0, 0x1.54da94fp-4,
    -0x1.1909e5bp-2, 0x1.9c5dd44p+0, 0x1.da9613ap+0, 0x1.040467dp+2, -0x1.2b2b4cp+1, -0x1.50692d9p+1, 0x1.2a6a2ccp+1,
    0x1.cfafa07p+1, 0x1.310dc4p-1, -0x1.74f5887p+0, 0x1.073954ap+0, -0x1.1c9b4bcp+0, 0x1.07f52dbp+1, -0x1.3cee308p-1,
    0x1.66c31cbp-2, -0x1.ba9db17p-4, -0x1.10952bdp+1, 0x1.58c4aa2p+1, 0x1.2f60b66p+0, 0x1.12dad87p-3, -0x1.d63f838p-3,
    0x1.9255ee5p+0, 0x1.d33ec2dp+0, 0x1.07d672p+2, -0x1.2b2b4cp+1, -0x1.4ff2d3ap+1, 0x1.2ced901p+1, 0x1.a9493a3p+1,
    0x1.310dc4p-1, -0x1.83288e8p+0, 0x1.1b0d62bp+0,
};
static const double d69[12] = {
    0x1.133e63p+0, 0x1.3560365p+0, 0x1.8f52649p-1, 0x1.f744cfbp-2, 0x1.a3a09d9p-1, 0x1.8d02dacp+0, 0x1.223544ep+0,
    0x1.f199ba8p-1, 0x1.cb4826ep-1, 0x1.13ad2c1p+0, 0x1.8455904p+0, 0x1.3043236p+0,
};
static const double d70[8] = {
    0x1.0b854dap-47, 0x0p+0, 0x1.cbaa3afp-1, 0x1.5192bfbp-5, 0x1.db3e5e1p-5, 0x1.d320e1dp-134, 0x1.956dff5p+6, 0x1.a8f975fp-1,
};
static const double d71[80] = {
    -0x1.124d779p+0, 0x1.0da0849p+1, -0x1.500f252p-1, 0x1.92038a2p-3, -0x1.098af61p-2, -0x1.1f147bcp+1, 0x1.643e4ebp+1,
    0x1.6d9e358p+0, 0x1.9512fbp-4, -0x1.466f8f4p-2, 0x1.a45a25dp+0, 0x1.de570a4p+0, 0x1.000009p+2, -0x1.2b2b4cp+1,
    -0x1.5948aecp+1, 0x1.26d61ep+1, 0x1.e2e95aap+1, 0x1.310dc4p-1, -0x1.754f46bp+0, 0x1.fe41c64p-1, -0x1.1c0dbbap+0,
    0x1.0e46f6cp+1, -0x1.58b6fb6p-1, 0x1.c7f9e0fp-3, -0x1.ac4f6c6p-3, -0x1.249515cp+1, 0x1.6597a97p+1, 0x1.645c768p+0,
    0x1.3f9077bp-4, -0x1.185c48ap-2, 0x1.9f02f48p+0, 0x1.dfe09b6p+0, 0x1.0000171p+2, -0x1.2b2b4cp+1, -0x1.5463384p+1,
    0x1.2adc3dp+1, 0x1.dc897b4p+1, 0x1.310dc4p-1, -0x1.764ae7p+0, 0x1.ea7389fp-1, -0x1.1df47dbp+0, 0x1.0b2a784p+1,
    -0x1.21b45c3p-1, 0x1.930e19cp-2, -0x1.41b42c3p-4, -0x1.0e43b94p+1, 0x1.5a048abp+1, 0x1.497e818p+0, 0x1.7898e69p-8,
    -0x1.31b09e9p-3, 0x1.a6d72f4p+0, 0x1.c480e93p+0, 0x1.000024bp+2, -0x1.2b2b4cp+1, -0x1.4dedb1cp+1, 0x1.360ae06p+1,
    0x1.af472fdp+1, 0x1.310dc4p-1, -0x1.84cb1d2p+0, 0x1.239a4f4p+0, -0x1.20801e6p+0, 0x1.0b853cbp+1, -0x1.1f47616p-1,
    0x1.98d712dp-2, -0x1.c04af1ap-5, -0x1.0e0efc9p+1, 0x1.58e5356p+1, 0x1.3ead128p+0, 0x1.c70fa63p-6, -0x1.1fe536cp-3,
    0x1.a3b95bcp+0, 0x1.c26e169p+0, 0x1.00002bdp+2, -0x1.2b2b4cp+1, -0x1.4deb9bbp+1, 0x1.365027ap+1, 0x1.a5b760cp+1,
    0x1.310dc4p-1, -0x1.87cbe89p+0, 0x1.28807a3p+0,
};
static const double d72[12] = {
    -0x1.692f0e7p-3, -0x1.287d646p-2, 0x1.14189e3p-2, 0x1.e8eb0cap-4, -0x1.02554aep-2, 0x1.b9aea43p-5, -0x1.132cc4bp-2,
    0x1.e52daccp-2, -0x1.24d796cp-1, -0x1.cf054ap-6, 0x1.d130d61p-6, -0x1.22d8e6ep-4,
};
static const double d73[8] = {
    -0x1.7a65987p-27, 0x0p+0, -0x1.4640372p-4, -0x1.3dde8ccp-11, 0x1.fe10d2fp-3, 0x1.1150dcep-68, 0x1.568a88p+0,
    -0x1.25de48cp-3,
};
static const double d74[80] = {
    -0x1.0aa5fa5p+0, 0x1.09cc2e3p+1, -0x1.5f63216p-1, 0x1.cecffbap-3, -0x1.283136cp-2, -0x1.1b3f923p+1, 0x1.6068b43p+1,
    0x1.6608485p+0, 0x1.07f1617p-3, -0x1.64f510cp-2, 0x1.9cb0da5p+0, 0x1.e60209bp+0, 0x1.0109de7p+2, -0x1.2b2b4cp+1,
    -0x1.558dc02p+1, 0x1.2301a03p+1, 0x1.e6b9ddep+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f4f34d7p-1, -0x1.0ecc819p+0,
    0x1.0a45981p+1, -0x1.6201331p-1, 0x1.e15698bp-3, -0x1.13da5aap-2, -0x1.1d8aa9ep+1, 0x1.6127f5ep+1, 0x1.62a7683p+0,
    0x1.e7b8396p-4, -0x1.536872ap-2, 0x1.9af7201p+0, 0x1.e62f988p+0, 0x1.021b29dp+2, -0x1.2b2b4cp+1, -0x1.53bf96fp+1,
    0x1.24c5441p+1, 0x1.e42a81bp+1, 0x1.310dc4p-1, -0x1.6e74303p+0, 0x1.ed869bfp-1, -0x1.14d7a65p+0, 0x1.08a93cap+1,
    -0x1.4bd9952p-1, 0x1.3e88c2fp-2, -0x1.b615ff6p-3, -0x1.16728aap+1, 0x1.5c8b761p+1, 0x1.55c91ep+0, 0x1.499b497p-4,
    -0x1.1a44405p-2, 0x1.9b07e73p+0, 0x1.da5b5d9p+0, 0x1.04982ebp+2, -0x1.2b2b4cp+1, -0x1.4fdbfb1p+1, 0x1.2bdc6acp+1,
    0x1.d0c41f5p+1, 0x1.310dc4p-1, -0x1.73d2283p+0, 0x1.0773abep+0, -0x1.220fd52p+0, 0x1.0952b8cp+1, -0x1.43c74ep-1,
    0x1.50910a6p-2, -0x1.0bedadcp-3, -0x1.174de55p+1, 0x1.573474p+1, 0x1.2e14922p+0, 0x1.54c31d7p-3, -0x1.02b833fp-2,
    0x1.8d6b98ep+0, 0x1.d280208p+0, 0x1.0a04aa4p+2, -0x1.2b2b4cp+1, -0x1.4ec50c7p+1, 0x1.2d77306p+1, 0x1.af5af3fp+1,
    0x1.310dc4p-1, -0x1.7a4b044p+0, 0x1.1a5db5cp+0,
};
static const double d75[12] = {
    -0x1.b461f76p-4, -0x1.0fdb846p-2, 0x1.8759d4dp-3, 0x1.65a6adp-4, -0x1.c73301p-3, 0x1.159dfdbp-4, -0x1.312183ep-3,
    0x1.cdaf028p-2, -0x1.00f734ep-1, -0x1.476c885p-5, 0x1.4d0af13p-5, -0x1.a62545p-7,
};
static const double d76[8] = {
    -0x1.e6b202p-27, 0x0p+0, -0x1.1168e86p-4, -0x1.9e77b65p-10, 0x1.e80a433p-3, 0x1.0de51bbp-68, 0x1.15d9911p+0,
    -0x1.222ee8ep-3,
};
static const double d77[80] = {
    -0x1.0aa5fa5p+0, 0x1.09cc2e3p+1, -0x1.5f63216p-1, 0x1.cecffbap-3, -0x1.283136cp-2, -0x1.1b3f923p+1, 0x1.6068b43p+1,
    0x1.6608485p+0, 0x1.07f1617p-3, -0x1.64f510cp-2, 0x1.9cb0da5p+0, 0x1.e60209bp+0, 0x1.0109de7p+2, -0x1.2b2b4cp+1,
    -0x1.558dc02p+1, 0x1.2301a03p+1, 0x1.e6b9ddep+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f4f34d7p-1, -0x1.0bfa80ep+0,
    0x1.07d5416p+1, -0x1.6bb63fep-1, 0x1.02b05a9p-2, -0x1.10f7d8fp-2, -0x1.1c7cfep+1, 0x1.5eca0f1p+1, 0x1.5ed2aecp+0,
    0x1.1624d88p-3, -0x1.48afacbp-2, 0x1.963a3dbp+0, 0x1.eb2ca61p+0, 0x1.0273323p+2, -0x1.2b2b4cp+1, -0x1.51ef896p+1,
    0x1.2301a03p+1, 0x1.e42a81bp+1, 0x1.310dc4p-1, -0x1.698d396p+0, 0x1.e678f43p-1, -0x1.1060334p+0, 0x1.01fba94p+1,
    -0x1.609dd94p-1, 0x1.75d48bdp-2, -0x1.d4e7e5p-3, -0x1.080569ap+1, 0x1.5a575bfp+1, 0x1.58cbb15p+0, 0x1.0f1d627p-3,
    -0x1.3441ecep-2, 0x1.9b06dfap+0, 0x1.ea1736p+0, 0x1.013a7e1p+2, -0x1.2b2b4cp+1, -0x1.549208bp+1, 0x1.2301a03p+1,
    0x1.cfafa07p+1, 0x1.310dc4p-1, -0x1.79aad18p+0, 0x1.22f726cp+0, -0x1.0eac4bp+0, 0x1.0905e37p+1, -0x1.60acf11p-1,
    0x1.42da50cp-2, -0x1.189f3a6p-3, -0x1.0f90cbep+1, 0x1.59e1f0ap+1, 0x1.2809c16p+0, 0x1.1072de6p-2, -0x1.18282f6p-2,
    0x1.8d006eep+0, 0x1.deec581p+0, 0x1.06b6b57p+2, -0x1.2b2b4cp+1, -0x1.5301e3p+1, 0x1.2301a03p+1, 0x1.a9493a3p+1,
    0x1.310dc4p-1, -0x1.7c29bc2p+0, 0x1.29493d2p+0,
};
static const double d78[12] = {
    0x1.8a4accp-4, 0x1.1af754p-2, 0x1.389018p+0, 0x1.de6d82p-1, -0x1.1f310ap+0, 0x1.044fep-1, -0x1.26e468p+1, 0x1.436bc2p+0,
    -0x1.c66618p-1, 0x1.abf0eep-3, 0x1.47313p+0, 0x1.955d98p-2,
};
static const double d79[8] = {
    0x1.93e6cap-24, 0x0p+0, 0x1.50d016p-5, 0x0p+0, 0x1p-2, -0x1.487a5ap-70, -0x1.40cdd8p+1, -0x1.309192p+0,
};
static const double d80[80] = {
    -0x1.0aa5fa5p+0, 0x1.09cc2e3p+1, -0x1.5f63216p-1, 0x1.cecffbap-3, -0x1.283136cp-2, -0x1.1b3f923p+1, 0x1.6068b43p+1,
    0x1.6608485p+0, 0x1.07f1617p-3, -0x1.64f510cp-2, 0x1.9cb0da5p+0, 0x1.e60209bp+0, 0x1.0109de7p+2, -0x1.2b2b4cp+1,
    -0x1.558dc02p+1, 0x1.2301a03p+1, 0x1.e6b9ddep+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f4f34d7p-1, -0x1.0eb843ep+0,
    0x1.0a3449ep+1, -0x1.62461eap-1, 0x1.e257208p-3, -0x1.13c586dp-2, -0x1.1d83156p+1, 0x1.6117269p+1, 0x1.628c05dp+0,
    0x1.e9a09acp-4, -0x1.531b63dp-2, 0x1.9ad5752p+0, 0x1.e652f8bp+0, 0x1.021da34p+2, -0x1.2b2b4cp+1, -0x1.53b29e2p+1,
    0x1.24b8a57p+1, 0x1.e42a81bp+1, 0x1.310dc4p-1, -0x1.6e5168ap+0, 0x1.ed541bap-1, -0x1.12be4e2p+0, 0x1.08a81a6p+1,
    -0x1.4af7313p-1, 0x1.420aca5p-2, -0x1.adf86c5p-3, -0x1.14d0d58p+1, 0x1.5c75a2ap+1, 0x1.557c507p+0, 0x1.4ed71d3p-4,
    -0x1.18184cap-2, 0x1.9c48477p+0, 0x1.da8dad8p+0, 0x1.0414d36p+2, -0x1.2b2b4cp+1, -0x1.504f48cp+1, 0x1.2b289cp+1,
    0x1.cfafa07p+1, 0x1.310dc4p-1, -0x1.75342a2p+0, 0x1.0912856p+0, -0x1.1dadb27p+0, 0x1.07f72d9p+1, -0x1.3bd963ep-1,
    0x1.7079edfp-2, -0x1.98d87cdp-4, -0x1.0f72091p+1, 0x1.582e348p+1, 0x1.2c6e519p+0, 0x1.17b0ca6p-3, -0x1.d342d16p-3,
    0x1.910c589p+0, 0x1.d2b8563p+0, 0x1.084668dp+2, -0x1.2b2b4cp+1, -0x1.4fd2de8p+1, 0x1.2eacb08p+1, 0x1.a9493a3p+1,
    0x1.310dc4p-1, -0x1.84d07fap+0, 0x1.204517bp+0,
};
static const double d81[12] = {
    0x1.0c93b0dp-12, 0x1.183076ap-12, 0x1.8789c6ap-13, 0x1.b8224afp-14, 0x1.a9840a2p-13, 0x1.2b5ba6fp-12, 0x1.0d5c7f1p-12,
    0x1.d031876p-13, 0x1.b86382cp-13, 0x1.1ab3f7ep-12, 0x1.3627ceap-12, 0x1.fe408d4p-13,
};
static const double d82[8] = {
    0x1.039db22p-59, 0x0p+0, 0x1.c9ba11ep-13, 0x1.1479402p-18, 0x1.061ccfcp-16, 0x1.90848ap-146, 0x1.871e9p-6, 0x1.668825ap-13,
};
static const double d83[80] = {
    -0x1.0aa5fa5p+0, 0x1.09cc2e2p+1, -0x1.5f63216p-1, 0x1.cecffc6p-3, -0x1.283136dp-2, -0x1.1b3f922p+1, 0x1.6068b42p+1,
    0x1.6608483p+0, 0x1.07f1618p-3, -0x1.64f511p-2, 0x1.9cb0da5p+0, 0x1.e60209bp+0, 0x1.0092192p+2, -0x1.2b2b4cp+1,
    -0x1.558dcp+1, 0x1.2301a02p+1, 0x1.e6b9ddep+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f796346p-1, -0x1.0eeac05p+0,
    0x1.09d1b45p+1, -0x1.6385539p-1, 0x1.e56b8c2p-3, -0x1.143fb93p-2, -0x1.1da2586p+1, 0x1.60bf28fp+1, 0x1.627512ap+0,
    0x1.f2c7b05p-4, -0x1.53b9141p-2, 0x1.9a4d038p+0, 0x1.e71b709p+0, 0x1.0150016p+2, -0x1.2b2b4cp+1, -0x1.53af96dp+1,
    0x1.24b8c14p+1, 0x1.e42d14p+1, 0x1.310dc4p-1, -0x1.6d5c8a1p+0, 0x1.eff77e9p-1, -0x1.152d1cfp+0, 0x1.08d0723p+1,
    -0x1.5fa821fp-1, 0x1.4896f33p-2, -0x1.8596a7p-3, -0x1.1543f54p+1, 0x1.5b2a50bp+1, 0x1.554454bp+0, 0x1.870b633p-4,
    -0x1.11ce97p-2, 0x1.9b40b2bp+0, 0x1.e7378ccp+0, 0x1.0263a9ep+2, -0x1.2b2b4cp+1, -0x1.4d77d56p+1, 0x1.2b2aa89p+1,
    0x1.d0baed1p+1, 0x1.310dc4p-1, -0x1.73ef9cfp+0, 0x1.0962d0dp+0, -0x1.2cdf3b7p+0, 0x1.02edf72p+1, -0x1.632a082p-1,
    0x1.4310e5fp-2, -0x1.5713e0fp-7, -0x1.114921ap+1, 0x1.5528afp+1, 0x1.2e176acp+0, 0x1.ba66f72p-3, -0x1.b5a7326p-3,
    0x1.86cbfdbp+0, 0x1.e3b7695p+0, 0x1.060d0bcp+2, -0x1.2b2b4cp+1, -0x1.49b563fp+1, 0x1.2eb2259p+1, 0x1.ab363d4p+1,
    0x1.310dc4p-1, -0x1.7aef873p+0, 0x1.21858bbp+0,
};
static const double d84[12] = {
    0x1.8f6b413p-5, -0x1.7a252bdp-7, 0x1.594c6c1p-5, 0x1.07609e1p-4, -0x1.11e19fep-3, 0x1.2cc9173p-6, -0x1.603739fp-8,
    0x1.d43cd27p-4, -0x1.0e670bdp-3, -0x1.1494158p-5, 0x1.e267e44p-5, 0x1.2f76911p-5,
};
static const double d85[8] = {
    -0x1.2244707p-30, 0x0p+0, 0x1.0f01b01p-7, -0x1.f62bad6p-11, 0x1.298afdfp-4, 0x1.e0adeb5p-72, -0x1.adca6e3p-5,
    -0x1.0352891p-4,
};
static const double d86[12] = {
    0x1.c43e502p-10, 0x1.a608f3ep-10, 0x1.bff0f28p-10, 0x1.302458dp-10, 0x1.97d4e61p-10, 0x1.a698e79p-10, 0x1.a70e1a5p-10,
    0x1.fa339f8p-10, 0x1.69efb91p-10, 0x1.8edd519p-10, 0x1.2822be2p-9, 0x1.0794559p-9,
};
static const double d87[8] = {
    0x1.285e39dp-56, 0x0p+0, 0x1.a2a7e24p-10, 0x1.d854078p-17, 0x1.60f6ddap-13, 0x1.c45fa42p-144, 0x1.94b8e72p-8,
    0x1.5dee41fp-10,
};
static const double d88[80] = {
    -0x1.05c81fdp+0, 0x1.075cea1p+1, -0x1.691c929p-1, 0x1.f5b82a2p-3, -0x1.3ba523ap-2, -0x1.18d042ap+1, 0x1.5df9375p+1,
    0x1.612a31fp+0, 0x1.2eda127p-3, -0x1.7868d5dp-2, 0x1.97d2a02p+0, 0x1.eaddf6fp+0, 0x1.000ca36p+2, -0x1.2b2a87fp+1,
    -0x1.531e4a7p+1, 0x1.20924b9p+1, 0x1.e92734cp+1, 0x1.310cfc1p-1, -0x1.68c36afp+0, 0x1.fdc9f79p-1, -0x1.05fb94ap+0,
    0x1.0761723p+1, -0x1.694097fp-1, 0x1.f6b0ca1p-3, -0x1.3a9ef71p-2, -0x1.18ec85dp+1, 0x1.5e010b4p+1, 0x1.60fcb05p+0,
    0x1.2de463bp-3, -0x1.7783706p-2, 0x1.97b9d0bp+0, 0x1.eae0c13p+0, 0x1.0019c4fp+2, -0x1.2b29c3ep+1, -0x1.5305acp+1,
    0x1.20a7835p+1, 0x1.e9052f9p+1, 0x1.310c343p-1, -0x1.68cb4a1p+0, 0x1.fd67206p-1, -0x1.0629b79p+0, 0x1.07483eep+1,
    -0x1.680ec43p-1, 0x1.febc262p-3, -0x1.378e892p-2, -0x1.18778d5p+1, 0x1.5dbe95cp+1, 0x1.604e44dp+0, 0x1.29fea71p-3,
    -0x1.7488714p-2, 0x1.97c4027p+0, 0x1.ea4002cp+0, 0x1.002daebp+2, -0x1.2b23a37p+1, -0x1.52d35d2p+1, 0x1.20f417ep+1,
    0x1.e7f5094p+1, 0x1.3105f4ep-1, -0x1.691c099p+0, 0x1.ff33633p-1, -0x1.06ab832p+0, 0x1.07354e2p+1, -0x1.673f6fp-1,
    0x1.01a64dcp-2, -0x1.31dec0bp-2, -0x1.1828156p+1, 0x1.5d7a663p+1, 0x1.5e336fbp+0, 0x1.2f932d3p-3, -0x1.72271b9p-2,
    0x1.9724adep+0, 0x1.e9c8ed3p+0, 0x1.00597d1p+2, -0x1.2b1827p+1, -0x1.52c01fdp+1, 0x1.21162b3p+1, 0x1.e5f6d08p+1,
    0x1.30fa3eap-1, -0x1.69d61dcp+0, 0x1.00b8846p+0,
};
static const double d89[80] = {
    -0x1.05c8c98p+0, 0x1.075d94ep+1, -0x1.691d7d3p-1, 0x1.f5b971p-3, -0x1.3ba5f11p-2, -0x1.18d0f8cp+1, 0x1.5dfa1a5p+1,
    0x1.612b16ep+0, 0x1.2edad84p-3, -0x1.7869cabp-2, 0x1.97d3a89p+0, 0x1.eadf359p+0, 0x1.000d497p+2, -0x1.2b2b4a1p+1,
    -0x1.531f266p+1, 0x1.209306bp+1, 0x1.e928723p+1, 0x1.310dc2p-1, -0x1.68c454ep+0, 0x1.fdcb42ap-1, -0x1.05fce82p+0,
    0x1.0762c7ep+1, -0x1.69426cdp-1, 0x1.f6b3567p-3, -0x1.3aa0915p-2, -0x1.18edf22p+1, 0x1.5e02d14p+1, 0x1.60fe7a7p+0,
    0x1.2de5eep-3, -0x1.7785598p-2, 0x1.97bbe1bp+0, 0x1.eae33e5p+0, 0x1.001b112p+2, -0x1.2b2b481p+1, -0x1.530763fp+1,
    0x1.20a8f9bp+1, 0x1.e907aa6p+1, 0x1.310dcp-1, -0x1.68cd1ep+0, 0x1.fd69b63p-1, -0x1.06305cp+0, 0x1.074eeb3p+1,
    -0x1.6817e8dp-1, 0x1.fec8f5bp-3, -0x1.37967e6p-2, -0x1.187eab4p+1, 0x1.5dc773cp+1, 0x1.6057354p+0, 0x1.2a0646bp-3,
    -0x1.7491ef1p-2, 0x1.97ce575p+0, 0x1.ea4c71ep+0, 0x1.00342c9p+2, -0x1.2b2b386p+1, -0x1.52dbf41p+1, 0x1.20fb695p+1,
    0x1.e8016bep+1, 0x1.310dbp-1, -0x1.69252e4p+0, 0x1.ff404f7p-1, -0x1.06bc224p+0, 0x1.0745fb7p+1, -0x1.67563fdp-1,
    0x1.01b6793p-2, -0x1.31f26f5p-2, -0x1.1839da7p+1, 0x1.5d908eep+1, 0x1.5e49baep+0, 0x1.2fa6309p-3, -0x1.723eb8p-2,
    0x1.973e7f6p+0, 0x1.e9e7fe2p+0, 0x1.0069b8ep+2, -0x1.2b2b1bp+1, -0x1.52d597dp+1, 0x1.2128799p+1, 0x1.e615b6ep+1,
    0x1.310d92p-1, -0x1.69ed00fp+0, 0x1.00c8b8p+0,
};
static const double d90[80] = {
    -0x1.feb9773p-1, 0x1.039fe7bp+1, -0x1.726bb44p-1, 0x1.0f5bd1cp-2, -0x1.4fe2b39p-2, -0x1.15016d1p+1, 0x1.59e3bdp+1,
    0x1.5a6175ep+0, 0x1.58a4ae1p-3, -0x1.8c68545p-2, 0x1.90d20f7p+0, 0x1.ee48901p+0, 0x1.fbdff97p+1, -0x1.29f8f2ap+1,
    -0x1.4f13e6bp+1, 0x1.1cbb896p+1, 0x1.e9e38ecp+1, 0x1.2fd564p-1, -0x1.61f2ebep+0, 0x1.02c3869p+0, -0x1.f48084p-1,
    0x1.022d635p+1, -0x1.6e119ecp-1, 0x1.049ada7p-2, -0x1.62e35fep-2, -0x1.119c7d1p+1, 0x1.57d1be6p+1, 0x1.5c6ffcp+0,
    0x1.6a9d067p-3, -0x1.9c77e5fp-2, 0x1.910f6fbp+0, 0x1.ebfd807p+0, 0x1.f7b4087p+1, -0x1.28c7d2fp+1, -0x1.4f91f2dp+1,
    0x1.19e6793p+1, 0x1.ea7d458p+1, 0x1.2e9e43dp-1, -0x1.5fd7c3ap+0, 0x1.057de1p+0, -0x1.dcea59cp-1, 0x1.f71291bp+0,
    -0x1.792df43p-1, 0x1.5bc9964p-3, -0x1.928f703p-2, -0x1.1142c75p+1, 0x1.5187066p+1, 0x1.5e3f54p+0, 0x1.ac2e89p-3,
    -0x1.c9736fbp-2, 0x1.82ec35ap+0, 0x1.e80a209p+0, 0x1.e405b06p+1, -0x1.1f6a5d2p+1, -0x1.4849e0ap+1, 0x1.0b097c9p+1,
    0x1.ef350d5p+1, 0x1.2511a5ap-1, -0x1.4dee42p+0, 0x1.d7ff872p-1, -0x1.acce1bep-1, 0x1.daa6c61p+0, -0x1.71bd3f3p-1,
    0x1.e310be7p-4, -0x1.e6d0019p-2, -0x1.0642061p+1, 0x1.41e05f7p+1, 0x1.70939d9p+0, 0x1.1e4986bp-3, -0x1.dc45ff8p-2,
    0x1.76ac982p+0, 0x1.d3149d8p+0, 0x1.bff6237p+1, -0x1.0ea5281p+1, -0x1.359c4b5p+1, 0x1.f13d5a9p+0, 0x1.f7a7dcdp+1,
    0x1.13f7fe1p-1, -0x1.2bc5492p+0, 0x1.926ae67p-1,
};
static const double d91[12] = {
    0x1.887e6d6p-5, 0x1.9a1753p-3, -0x1.8af8342p-4, -0x1.09dae69p-5, 0x1.dad8bfep-3, 0x1.330c7cbp-9, 0x1.dc22322p-5,
    -0x1.b8a319p-2, 0x1.840b66ap-2, 0x1.519190bp-4, -0x1.930a5ap-5, -0x1.0cfd11ap-5,
};
static const double d92[8] = {
    0x1.eb9c8f7p-27, 0x0p+0, 0x1.618e7cep-5, 0x1.4f931e8p-8, -0x1.db3e5e1p-3, -0x1.0a94997p-68, -0x1.5405a88p+0, 0x1.4597282p-3,
};
static const double d93[12] = {
    0x1.8182c1dp-1, 0x1.54823bcp-1, 0x1.085b4c3p-1, 0x1.5c14141p-2, 0x1.1e50693p-1, 0x1.4f938e8p-1, 0x1.9d9c626p-1,
    0x1.4f93aaep-1, 0x1.076d2e9p-1, 0x1.6eb5603p-1, 0x1.c0cd771p-1, 0x1.895724p-1,
};
static const double d94[8] = {
    0x1.881e69bp-48, 0x0p+0, 0x1.181500cp-1, 0x1.8a454ep-8, 0x1.71f9fe7p-5, 0x1.18c32cep-134, 0x1.02660cap+6, 0x1.fec96aap-2,
};
static const double d95[12] = {
    0x1.958d15p-1, 0x1.87fe762p-1, 0x1.0cbe90dp-1, 0x1.5c14141p-2, 0x1.2340906p-1, 0x1.0317a3ap+0, 0x1.9d9c626p-1,
    0x1.532820dp-1, 0x1.0854559p-1, 0x1.80d5157p-1, 0x1.c68fb9cp-1, 0x1.99d1d2ep-1,
};
static const double d96[8] = {
    0x1.881e69bp-48, 0x0p+0, 0x1.4ff9da3p-1, 0x1.5192bfbp-6, 0x1.71f9fe7p-5, 0x1.3a7e8c2p-134, 0x1.11b308fp+6, 0x1.0394c01p-1,
};
static const double d97[80] = {
    -0x1.0a98967p+0, 0x1.09beb3ep+1, -0x1.5f509d7p-1, 0x1.ceb6309p-3, -0x1.2821001p-2, -0x1.1b31332p+1, 0x1.6056caap+1,
    0x1.65f636ap+0, 0x1.07e1c5p-3, -0x1.64e1bdap-2, 0x1.9c9bfc3p+0, 0x1.e5e8e46p+0, 0x1.00fcc3p+2, -0x1.2b1bfacp+1,
    -0x1.557c64ep+1, 0x1.22f2db7p+1, 0x1.e6a0d0bp+1, 0x1.30fe25ap-1, -0x1.6d8f11p+0, 0x1.f4d92d6p-1, -0x1.0e9d775p+0,
    0x1.0a19372p+1, -0x1.622188fp-1, 0x1.e224aefp-3, -0x1.13a6858p-2, -0x1.1d6652ap+1, 0x1.60f3398p+1, 0x1.6267d7ep+0,
    0x1.e96439fp-4, -0x1.52f6d17p-2, 0x1.9aab88cp+0, 0x1.e620f26p+0, 0x1.0203565p+2, -0x1.2b0caa4p+1, -0x1.538fe5p+1,
    0x1.249b17p+1, 0x1.e3f88a3p+1, 0x1.30ee88p-1, -0x1.6e2c4p+0, 0x1.ed20d28p-1, -0x1.1232f4ep+0, 0x1.0820c2ap+1,
    -0x1.4a44df6p-1, 0x1.417aa68p-2, -0x1.acedf05p-3, -0x1.1441d19p+1, 0x1.5bc1f06p+1, 0x1.54c99c9p+0, 0x1.4dca60cp-4,
    -0x1.177679cp-2, 0x1.9b76cffp+0, 0x1.d996e2fp+0, 0x1.03903e5p+2, -0x1.2a92429p+1, -0x1.4fa2879p+1, 0x1.2a93d33p+1,
    0x1.cebb3bap+1, 0x1.3071b7fp-1, -0x1.7478f4fp+0, 0x1.088c8e2p+0, -0x1.1c48be6p+0, 0x1.06a73ddp+1, -0x1.3a2efbcp-1,
    0x1.6ed6ef2p-2, -0x1.94cf11bp-4, -0x1.0e1332p+1, 0x1.5671459p+1, 0x1.2ac894fp+0, 0x1.16ccddcp-3, -0x1.d066eep-3,
    0x1.8f07051p+0, 0x1.d057fbp+0, 0x1.06f8a9ap+2, -0x1.29ad473p+1, -0x1.4e24cc2p+1, 0x1.2d34bedp+1, 0x1.a6ffb4p+1,
    0x1.2f883b8p-1, -0x1.82f3999p+0, 0x1.1ee52c6p+0,
};
static const double d98[20] = {
    -0x1.186225bp+0, 0x1.060883ap+1, -0x1.4366efep-1, 0x1.540028bp-2, -0x1.3b9a814p-3, -0x1.11114bbp+1, 0x1.59d0d46p+1,
    0x1.400d347p+0, 0x1.bbf0c55p-4, -0x1.068a235p-2, 0x1.936f48ep+0, 0x1.d731097p+0, 0x1.0522f47p+2, -0x1.2a2bb4dp+1,
    -0x1.4f63d7p+1, 0x1.2b62eep+1, 0x1.bcefb98p+1, 0x1.300925cp-1, -0x1.7c0f197p+0, 0x1.132d637p+0,
};
static const double d99[12] = {
    -0x1.186225bp+0, 0x1.060883ap+1, -0x1.4366efep-1, 0x1.540028bp-2, -0x1.3b9a814p-3, -0x1.11114bbp+1, 0x1.59d0d46p+1,
    0x1.400d347p+0, 0x1.bbf0c55p-4, -0x1.068a235p-2, 0x1.936f48ep+0, 0x1.d731097p+0,
};
static const double d100[8] = {
    0x1.0522f47p+2, -0x1.2a2bb4dp+1, -0x1.4f63d7p+1, 0x1.2b62eep+1, 0x1.bcefb98p+1, 0x1.300925cp-1, -0x1.7c0f197p+0,
    0x1.132d637p+0,
};
static const double d101[80] = {
    -0x1.0aa5fa5p+0, 0x1.09cc2e3p+1, -0x1.5f63216p-1, 0x1.cecffbap-3, -0x1.283136cp-2, -0x1.1b3f923p+1, 0x1.6068b43p+1,
    0x1.6608485p+0, 0x1.07f1617p-3, -0x1.64f510cp-2, 0x1.9cb0da5p+0, 0x1.e60209bp+0, 0x1.0109de7p+2, -0x1.2b2b4cp+1,
    -0x1.558dc02p+1, 0x1.2301a03p+1, 0x1.e6b9ddep+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f4f34d7p-1, -0x1.0d947d4p+0,
    0x1.0a23e7cp+1, -0x1.61c90dbp-1, 0x1.dd77eb4p-3, -0x1.162f8a7p-2, -0x1.1cf4266p+1, 0x1.60f2c31p+1, 0x1.638ec42p+0,
    0x1.f3f4374p-4, -0x1.580776ap-2, 0x1.9b38518p+0, 0x1.e6523e5p+0, 0x1.01e9e3bp+2, -0x1.2b2b4cp+1, -0x1.543da4fp+1,
    0x1.24385ecp+1, 0x1.e42a81bp+1, 0x1.310dc4p-1, -0x1.6e38334p+0, 0x1.ef8f98ap-1, -0x1.119a252p+0, 0x1.08b56f1p+1,
    -0x1.534ff38p-1, 0x1.169c5a9p-2, -0x1.df8171p-3, -0x1.186e59fp+1, 0x1.5d7359bp+1, 0x1.5b88183p+0, 0x1.ac94ae4p-4,
    -0x1.379606ap-2, 0x1.9bfb76ep+0, 0x1.dc1ad73p+0, 0x1.0356244p+2, -0x1.2b2b4cp+1, -0x1.5247ea2p+1, 0x1.2714c0fp+1,
    0x1.cfafa07p+1, 0x1.310dc4p-1, -0x1.726d5dap+0, 0x1.00d3244p+0, -0x1.15a41c9p+0, 0x1.0855954p+1, -0x1.4b5073ep-1,
    0x1.2b3fb73p-2, -0x1.7ae2f66p-3, -0x1.15d44bfp+1, 0x1.5b9cdb6p+1, 0x1.43a9654p+0, 0x1.f4890acp-4, -0x1.2377719p-2,
    0x1.968e092p+0, 0x1.d6e8f47p+0, 0x1.057703ep+2, -0x1.2b2b4cp+1, -0x1.520ce66p+1, 0x1.27fcc8dp+1, 0x1.a9493a3p+1,
    0x1.310dc4p-1, -0x1.79bc6a8p+0, 0x1.0882272p+0,
};
static const double d102[12] = {
    0x1.67b7ddap+1, 0x1.725a898p+1, 0x1.aefaa68p+0, 0x1.5dbf058p+0, 0x1.0c1983bp+1, 0x1.5f44fbfp+1, 0x1.279904cp+1,
    0x1.b1cb778p+0, 0x1.764569dp+1, 0x1.3d10934p+1, 0x1.5f57f3ap+1, 0x1.3b7ec71p+1,
};
static const double d103[8] = {
    0x1.925855fp-23, 0x1.5798ee2p-27, 0x1.f871432p+0, 0x1.40df06p-1, 0x1.000000bp-2, 0x1.5798ee2p-27, 0x1.5b2cc1dp+4,
    0x1.4c06ceap+1,
};
static const double d104[80] = {
    -0x1.006ab99p+0, 0x1.04ae448p+1, -0x1.73da6cbp-1, 0x1.1036ee3p-2, -0x1.511f6cdp-2, -0x1.1621837p+1, 0x1.5b4a728p+1,
    0x1.5bcfa27p+0, 0x1.59d9622p-3, -0x1.8dd31c6p-2, 0x1.9274f74p+0, 0x1.f03df93p+0, 0x1.fd72464p+1, -0x1.289ebaap+1,
    -0x1.50710f1p+1, 0x1.1de3a91p+1, 0x1.e6bec8ep+1, 0x1.26fb98fp-1, -0x1.636436ep+0, 0x1.f41f084p-1, -0x1.f9c0558p-1,
    0x1.03c85b7p+1, -0x1.70971a7p-1, 0x1.076ff73p-2, -0x1.6333647p-2, -0x1.1412bfcp+1, 0x1.5a5c7ddp+1, 0x1.5e319c5p+0,
    0x1.67811dep-3, -0x1.9afa517p-2, 0x1.93b2e2fp+0, 0x1.eef384ep+0, 0x1.fae319cp+1, -0x1.260fb14p+1, -0x1.51a7767p+1,
    0x1.1c38562p+1, 0x1.e430034p+1, 0x1.1cc3c87p-1, -0x1.62f1cf3p+0, 0x1.efcc8aep-1, -0x1.ef024a5p-1, 0x1.03b5303p+1,
    -0x1.7d504c2p-1, 0x1.a279c42p-3, -0x1.89c8eeep-2, -0x1.18da305p+1, 0x1.5976b0ap+1, 0x1.630729ep+0, 0x1.92d000fp-3,
    -0x1.bda3e17p-2, 0x1.8d1b2f1p+0, 0x1.f168c71p+0, 0x1.e6414f9p+1, -0x1.11505b5p+1, -0x1.4fef75ap+1, 0x1.103b508p+1,
    0x1.cf35774p+1, 0x1.8b20212p-2, -0x1.5bf6b36p+0, 0x1.c583bf5p-1, -0x1.d9ef402p-1, 0x1.fcd547p+0, -0x1.78cf7b3p-1,
    0x1.730afb6p-3, -0x1.d34bc44p-2, -0x1.11c9c4ep+1, 0x1.561c0bp+1, 0x1.7b995c5p+0, 0x1.c509dcfp-4, -0x1.d09bab3p-2,
    0x1.8dc4da6p+0, 0x1.ee8e1b7p+0, 0x1.bf325f3p+1, -0x1.d35f94dp+0, -0x1.478b1fap+1, 0x1.d3c03c7p+0, 0x1.a631583p+1,
    0x1.f7a21e7p-10, -0x1.514cdb7p+0, 0x1.a11c69dp-1,
};
static const double d105[12] = {
    0x1.55882abp-4, 0x1.f61c3d1p-2, -0x1.60351f2p-2, -0x1.9e271c8p-4, 0x1.aa5d1fp-3, -0x1.1441e46p-2, 0x1.123a163p-1,
    -0x1.5053144p-2, 0x1.2c0eb52p-1, -0x1.0ead062p-6, 0x1.04b1496p-3, 0x1.0d832d8p-2,
};
static const double d106[8] = {
    0x1.6e99233p-2, -0x1.89339bdp-3, -0x1.6b5f77ep-3, 0x1.8a89a11p-3, 0x1.70ed8c8p-4, 0x1.a5e6455p-7, -0x1.7864dfcp+0,
    0x1.d08d1f9p-3,
};
static const double d107[12] = {
    0x1.90df119p+0, 0x1.813ccf9p+0, 0x1.4bcbb83p+0, 0x1.fa6f597p-1, 0x1.47b9063p+0, 0x1.72b8e5fp-1, 0x1.4948dffp+1,
    0x1.1dde417p+0, 0x1.4c51aep+0, 0x1.0c63844p+0, 0x1.4978f34p+0, 0x1.32a8958p+1,
};
static const double d108[8] = {
    0x1.68dea5bp-2, 0x1.7c32e71p-3, 0x1.842328cp-1, 0x1.7c8306ep-3, 0x1.5408db9p-4, 0x1.6464106p-7, 0x1.ac1ed58p+3,
    0x1.45c5944p+0,
};
static const double d109[80] = {
    -0x1.0aeff86p+0, 0x1.09f12d3p+1, -0x1.5ecf253p-1, 0x1.cc800bp-3, -0x1.27093e7p-2, -0x1.1b64913p+1, 0x1.608db33p+1,
    0x1.6652466p+0, 0x1.05a170dp-3, -0x1.63cd187p-2, 0x1.9cfad86p+0, 0x1.e5b80bap+0, 0x1.0118e0bp+2, -0x1.2b2b4cp+1,
    -0x1.55b2bf3p+1, 0x1.23269f3p+1, 0x1.e694dedp+1, 0x1.310dc4p-1, -0x1.6deb846p+0, 0x1.f46cc54p-1, -0x1.0c3ce9ap+0,
    0x1.08a02e9p+1, -0x1.679454ap-1, 0x1.f3f6bcfp-3, -0x1.15198aap-2, -0x1.1c76017p+1, 0x1.5f80339p+1, 0x1.6105a9dp+0,
    0x1.0d9f3fcp-3, -0x1.4ea077cp-2, 0x1.985927dp+0, 0x1.e94fadbp+0, 0x1.022bfccp+2, -0x1.2b2b4cp+1, -0x1.53075b9p+1,
    0x1.234ff4cp+1, 0x1.e493466p+1, 0x1.310dc4p-1, -0x1.6b2bf84p+0, 0x1.e9b96adp-1, -0x1.0f2b581p+0, 0x1.05067f8p+1,
    -0x1.5bec9d1p-1, 0x1.4c01ec5p-2, -0x1.e55e31fp-3, -0x1.0ec27e4p+1, 0x1.5bf0e78p+1, 0x1.5af9bf7p+0, 0x1.f35000ep-4,
    -0x1.367d098p-2, 0x1.9bb01c5p+0, 0x1.e6146fap+0, 0x1.01c8d0dp+2, -0x1.2b2b4cp+1, -0x1.53f29d5p+1, 0x1.2499e4fp+1,
    0x1.d49ab65p+1, 0x1.310dc4p-1, -0x1.75d7e51p+0, 0x1.1432e23p+0, -0x1.121f51p+0, 0x1.08d6a8ep+1, -0x1.5633d33p-1,
    0x1.40950c3p-2, -0x1.2b50c8cp-3, -0x1.1122da6p+1, 0x1.5a0924bp+1, 0x1.30cb093p+0, 0x1.bc78c54p-3, -0x1.1579f4bp-2,
    0x1.8ffd058p+0, 0x1.dccfe56p+0, 0x1.0663c57p+2, -0x1.2b2b4cp+1, -0x1.52ee311p+1, 0x1.25e157dp+1, 0x1.b1146f3p+1,
    0x1.310dc4p-1, -0x1.7ce0ca7p+0, 0x1.202972p+0,
};
static const double d110[80] = {
    -0x1.0af0c55p+0, 0x1.09f193ap+1, -0x1.5ecd8b6p-1, 0x1.cc79a3bp-3, -0x1.27060adp-2, -0x1.1b64f7ap+1, 0x1.608e19ap+1,
    0x1.5b800ddp+0, 0x1.059b099p-3, -0x1.63c9e4dp-2, 0x1.9cfba55p+0, 0x1.e5b73ebp+0, 0x1.fd4b3e6p+1, -0x1.28768a6p+1,
    -0x1.5049a26p+1, 0x1.232705ap+1, 0x1.e694786p+1, 0x1.263abd8p-1, -0x1.6dec515p+0, 0x1.f36f677p-1, -0x1.0b1c719p+0,
    0x1.07d06ap+1, -0x1.6723394p-1, 0x1.f2a20ap-3, -0x1.152f9d1p-2, -0x1.1bd7745p+1, 0x1.5ecebc6p+1, 0x1.5629491p+0,
    0x1.0d5216ep-3, -0x1.4ebd774p-2, 0x1.980b78fp+0, 0x1.e88b51dp+0, 0x1.fb4b86ap+1, -0x1.2677af5p+1, -0x1.4d9d584p+1,
    0x1.220437ep+1, 0x1.e4944f3p+1, 0x1.1e5825p-1, -0x1.6b1c435p+0, 0x1.e989881p-1, -0x1.09fedd8p+0, 0x1.025bc4cp+1,
    -0x1.575bba9p-1, 0x1.4528bd8p-2, -0x1.dff570ep-3, -0x1.0c24f2bp+1, 0x1.5722a23p+1, 0x1.4c2d8a3p+0, 0x1.ed15427p-4,
    -0x1.33bbdb8p-2, 0x1.9585e92p+0, 0x1.df9530bp+0, 0x1.eb89615p+1, -0x1.16cd7bbp+1, -0x1.4b481c5p+1, 0x1.160a0a5p+1,
    0x1.d4c5f53p+1, 0x1.c4ff19fp-2, -0x1.754d049p+0, 0x1.094df4dp+0, -0x1.064834ep+0, 0x1.ff7ba64p+0, -0x1.46ed08fp-1,
    0x1.2e4004fp-2, -0x1.1c08304p-3, -0x1.08721a5p+1, 0x1.4c35acbp+1, 0x1.1c6350ap+0, 0x1.ab9bb71p-3, -0x1.0b02da6p-2,
    0x1.80a90bcp+0, 0x1.c98d3a8p+0, 0x1.c913ab4p+1, -0x1.ea192d4p+0, -0x1.41c069p+1, 0x1.ee6dc93p+0, 0x1.b1f5e5ep+1,
    0x1.cae8b19p-3, -0x1.7b97f3bp+0, 0x1.0d53275p+0,
};
static const double d111[12] = {
    -0x1.27ee9cfp-3, -0x1.ddecc12p-7, 0x1.2e60adcp-5, 0x1.ef5bd53p-5, -0x1.fd9b96ap-3, -0x1.92de34fp-3, 0x1.7dd2057p-3,
    0x1.154a53bp-1, -0x1.755601dp-2, -0x1.bbccc28p-4, 0x1.884c3fbp-3, 0x1.9e73ddap-3,
};
static const double d112[8] = {
    0x1.6134bbap-2, -0x1.86e651cp-3, -0x1.1f060ccp-2, 0x1.7d49b43p-3, 0x1.1ee8a3ap-1, 0x1.01978d6p-5, 0x1.313a859p+0,
    -0x1.012b8fdp-4,
};
static const double d113[12] = {
    0x1.9f2fceap-6, 0x1.b50004p-6, 0x1.331ebc4p-6, 0x1.52fd2b5p-7, 0x1.4ebfb09p-6, 0x1.ff3785ap-6, 0x1.c9a9282p-6, 0x1.9a591p-6,
    0x1.50c48c1p-6, 0x1.b940e7bp-6, 0x1.f3e6c44p-6, 0x1.a859643p-6,
};
static const double d114[8] = {
    0x1.d3fa36ep-9, 0x1.292e03p-10, 0x1.8644271p-6, 0x1.4644a9ap-10, 0x1.2f7145p-7, 0x1.768436ap-15, 0x1.2bd76efp+1,
    0x1.06f4d4ap-6,
};
static const double d115[80] = {
    -0x1.ff31492p-1, 0x1.0401afcp+1, -0x1.73b8d79p-1, 0x1.1104c14p-2, -0x1.51accebp-2, -0x1.156c247p+1, 0x1.5a71dd6p+1,
    0x1.5acc28bp+0, 0x1.5b90bafp-3, -0x1.8e518c1p-2, 0x1.9158be8p+0, 0x1.ef8e034p+0, 0x1.fcc819dp+1, -0x1.2a921f5p+1,
    -0x1.4f9c784p+1, 0x1.1d2a399p+1, 0x1.eb03118p+1, 0x1.307194p-1, -0x1.626182bp+0, 0x1.03896bp+0, -0x1.fb91ab9p-1,
    0x1.04cd8edp+1, -0x1.6a3555dp-1, 0x1.f97b3e6p-3, -0x1.62ef9ecp-2, -0x1.13cca9ep+1, 0x1.5acdfbdp+1, 0x1.5f6735dp+0,
    0x1.52e0f7fp-3, -0x1.a2b23c6p-2, 0x1.952cf1cp+0, 0x1.eaf8a7dp+0, 0x1.f99d62ap+1, -0x1.29f9411p+1, -0x1.519c06ap+1,
    0x1.1c6ee2ep+1, 0x1.ec0944p+1, 0x1.2fd5b3fp-1, -0x1.646b9d7p+0, 0x1.085e364p+0, -0x1.fc23873p-1, 0x1.035ddc3p+1,
    -0x1.7631416p-1, 0x1.83500c7p-3, -0x1.8135198p-2, -0x1.1b21f21p+1, 0x1.581ca9bp+1, 0x1.5fd7554p+0, 0x1.739166cp-3,
    -0x1.bd2d763p-2, 0x1.895c435p+0, 0x1.ea7fc09p+0, 0x1.f47b73p+1, -0x1.25c4a8bp+1, -0x1.4bc735cp+1, 0x1.1743cb1p+1,
    0x1.f3098d6p+1, 0x1.2b8bee6p-1, -0x1.564d26fp+0, 0x1.dac5f2ap-1, -0x1.fa07422p-1, 0x1.02354b9p+1, -0x1.75a4001p-1,
    0x1.846f547p-3, -0x1.8956f3ep-2, -0x1.1a0c133p+1, 0x1.574569ap+1, 0x1.62ff9f5p+0, 0x1.5efe521p-3, -0x1.bf23cb1p-2,
    0x1.895959ep+0, 0x1.e9f472dp+0, 0x1.f2103d5p+1, -0x1.24e35c4p+1, -0x1.4ae2c57p+1, 0x1.164ced8p+1, 0x1.f51702ep+1,
    0x1.2aa6338p-1, -0x1.5492c25p+0, 0x1.d6f61acp-1,
};
static const double d116[80] = {
    -0x1.08119abp+0, 0x1.08c97f1p+1, -0x1.616d996p-1, 0x1.f146285p-3, -0x1.2dd5d8fp-2, -0x1.1aa83bap+1, 0x1.60c4379p+1,
    0x1.619a125p+0, 0x1.6c73724p-4, -0x1.742cd2ap-2, 0x1.9b12665p+0, 0x1.e5b09e2p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.5323ef9p+1,
    0x1.2216f65p+1, 0x1.e8a562fp+1, 0x1.310dc4p-1, -0x1.9b94f41p+0, 0x1.fe426dfp-1, -0x1.09859dep+0, 0x1.08fe8a9p+1,
    -0x1.648aaefp-1, 0x1.f7cf7c3p-3, -0x1.1c53776p-2, -0x1.1bf7a8fp+1, 0x1.6161656p+1, 0x1.5deddcp+0, 0x1.18e097ap-4,
    -0x1.652e5b1p-2, 0x1.9914319p+0, 0x1.e6075fap+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.507e3aap+1, 0x1.22de3d5p+1, 0x1.e8018bfp+1,
    0x1.310dc4p-1, -0x1.a17268p+0, 0x1.fdac9fcp-1, -0x1.0b6fc24p+0, 0x1.0718019p+1, -0x1.56262b9p-1, 0x1.0d18f41p-2,
    -0x1.084fb27p-2, -0x1.1a91274p+1, 0x1.5eec887p+1, 0x1.570a172p+0, 0x1.6aa186bp-5, -0x1.3111dabp-2, 0x1.96afc8bp+0,
    0x1.decf9e4p+0, 0x1.fffd0d1p+1, -0x1.2b2b4cp+1, -0x1.4db8f8ep+1, 0x1.2415c95p+1, 0x1.e5993edp+1, 0x1.310dc4p-1,
    -0x1.9c69a26p+0, 0x1.004d11dp+0, -0x1.0c3125ep+0, 0x1.07219dbp+1, -0x1.54fb89cp-1, 0x1.10511e3p-2, -0x1.0002888p-2,
    -0x1.1a3f19ap+1, 0x1.5e92c96p+1, 0x1.53df2f7p+0, 0x1.9165b88p-5, -0x1.2d723a9p-2, 0x1.95e830fp+0, 0x1.de202c9p+0,
    0x1.00305f3p+2, -0x1.2b2b4cp+1, -0x1.4db13f5p+1, 0x1.2456ee9p+1, 0x1.e29d065p+1, 0x1.310dc4p-1, -0x1.9d8adb1p+0,
    0x1.0203292p+0,
};
static const double d117[80] = {
    -0x1.078bb3ap+0, 0x1.0842b8p+1, -0x1.60b4722p-1, 0x1.f04439ep-3, -0x1.2d33b62p-2, -0x1.1a18854p+1, 0x1.6011182p+1,
    0x1.60e5616p+0, 0x1.6b3b39cp-4, -0x1.736b932p-2, 0x1.9a41b93p+0, 0x1.e4b529p+0, 0x1.fef9db2p+1, -0x1.2a921f5p+1,
    -0x1.52765fp+1, 0x1.2183471p+1, 0x1.e7aadf4p+1, 0x1.307194p-1, -0x1.9adc5f3p+0, 0x1.fd3d2d3p-1, -0x1.087944ap+0,
    0x1.07f0b5ep+1, -0x1.631ac8p-1, 0x1.f5cda51p-3, -0x1.1b135cep-2, -0x1.1ad7db1p+1, 0x1.5ffa8d9p+1, 0x1.5c847b5p+0,
    0x1.16b298bp-4, -0x1.63ad7b4p-2, 0x1.97721e1p+0, 0x1.e412304p+0, 0x1.fdf3fcfp+1, -0x1.29f91bep+1, -0x1.4f233e2p+1,
    0x1.21b6954p+1, 0x1.e60cf43p+1, 0x1.2fd58e1p-1, -0x1.9ff3acdp+0, 0x1.fba264bp-1, -0x1.06f0362p+0, 0x1.03f4051p+1,
    -0x1.4d21ae6p-1, 0x1.19ec38fp-2, -0x1.eb5a895p-3, -0x1.148627dp+1, 0x1.5946276p+1, 0x1.4feb35cp+0, 0x1.196a5dbp-5,
    -0x1.22d5e4ap-2, 0x1.922630ap+0, 0x1.d688841p+0, 0x1.f5fc7e6p+1, -0x1.2347759p+1, -0x1.4905abp+1, 0x1.1da74bep+1,
    0x1.dc4e51dp+1, 0x1.1a6466dp-1, -0x1.9b3cbb7p+0, 0x1.01be3e9p+0, -0x1.087ff78p+0, 0x1.fda7f45p+0, -0x1.3a11089p-1,
    0x1.2e5a8b8p-2, -0x1.3efabf7p-3, -0x1.0c66f2ep+1, 0x1.4f4e16dp+1, 0x1.2e74435p+0, 0x1.56d9b8p-4, -0x1.f3475b4p-3,
    0x1.8424d2ep+0, 0x1.c67af65p+0, 0x1.da5b9ecp+1, -0x1.07a7e2ep+1, -0x1.416210cp+1, 0x1.0467d7dp+1, 0x1.c0ad0c2p+1,
    0x1.58ecbacp-2, -0x1.a5db951p+0, 0x1.0b08b5ep+0,
};
static const double d118[12] = {
    -0x1.26ec61bp-3, -0x1.d42b17ep-7, 0x1.34a8a24p-5, 0x1.e45d93fp-5, -0x1.0029057p-2, -0x1.99ba211p-3, 0x1.839b891p-3,
    0x1.17c20f5p-1, -0x1.7ef56fep-2, -0x1.b72b7afp-4, 0x1.89ead87p-3, 0x1.9c15a8fp-3,
};
static const double d119[8] = {
    0x1.6b86467p-2, -0x1.9e07315p-3, -0x1.1e26b71p-2, 0x1.8cf26ebp-3, 0x1.23123bap-1, 0x1.58fac47p-5, 0x1.2d63bp+0,
    -0x1.04ff028p-4,
};
static const double d120[12] = {
    0x1.fa3dd0fp-1, 0x1.64c0346p-1, 0x1.4496225p-1, 0x1.fa655dp-2, 0x1.69a03fbp-1, 0x1.50d00a6p-1, 0x1.2bac313p+0,
    0x1.f21abadp-1, 0x1.36b8426p-1, 0x1.b616afbp-1, 0x1.27d4f6ep+0, 0x1.210b6f2p+0,
};
static const double d121[8] = {
    0x1.162f722p-3, 0x1.69279d7p-5, 0x1.5cd1892p-1, 0x1.65ac776p-5, 0x1.649aaa7p-2, 0x1.017fa07p-9, 0x1.3ce8431p+6,
    0x1.37b28adp-1,
};
static const double d122[80] = {
    -0x1.06cc6e5p+0, 0x1.0803288p+1, -0x1.658715bp-1, 0x1.f485f33p-3, -0x1.3540f88p-2, -0x1.19ac38dp+1, 0x1.5f4ec7cp+1,
    0x1.6141d12p+0, 0x1.e720dd2p-4, -0x1.76ce625p-2, 0x1.9952443p+0, 0x1.e868b01p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.531129dp+1,
    0x1.21449d3p+1, 0x1.e8f74e8p+1, 0x1.310dc4p-1, -0x1.820be11p+0, 0x1.fe426dfp-1, -0x1.07866ffp+0, 0x1.081dae5p+1,
    -0x1.6715a07p-1, 0x1.f7ca9d2p-3, -0x1.2c7fc7bp-2, -0x1.1a53ef8p+1, 0x1.5f9d5ebp+1, 0x1.5f6bb6p+0, 0x1.bd576fdp-4,
    -0x1.6f4f268p-2, 0x1.985329dp+0, 0x1.e89410dp+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.51be4f5p+1, 0x1.21a840bp+1, 0x1.e8a562fp+1,
    0x1.310dc4p-1, -0x1.84fa9bp+0, 0x1.fdf786ep-1, -0x1.07e7e6p+0, 0x1.07dee96p+1, -0x1.5aa9224p-1, 0x1.10365acp-2,
    -0x1.0e65687p-2, -0x1.1455e49p+1, 0x1.5d9e058p+1, 0x1.597ca92p+0, 0x1.52fa94p-4, -0x1.4654211p-2, 0x1.98d529dp+0,
    0x1.e2e83a5p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.4fc5b26p+1, 0x1.22924f4p+1, 0x1.e61606dp+1, 0x1.310dc4p-1, -0x1.ae9c485p+0,
    0x1.0405eep+0, -0x1.0da3283p+0, 0x1.074f015p+1, -0x1.53e09b3p-1, 0x1.1e73137p-2, -0x1.b28533ep-3, -0x1.10b87fp+1,
    0x1.5b959dp+1, 0x1.4686dbdp+0, 0x1.bca4b22p-4, -0x1.2d3bc34p-2, 0x1.9304837p+0, 0x1.df50ba2p+0, 0x1p+2, -0x1.2b2b4cp+1,
    -0x1.4f8add9p+1, 0x1.22dbb16p+1, 0x1.e1493ap+1, 0x1.310dc4p-1, -0x1.fe9c23bp+0, 0x1.0e127abp+0,
};
static const double d123[12] = {
    0x1.00e6bp+0, 0x1.309b314p-2, 0x1.b78486cp-1, 0x1.cd1b29ep-1, 0x1.c1062f8p-1, 0x1.66f534ep-3, 0x1.5f31bap+1, 0x1.ee7c593p-1,
    0x1.92a40e4p-1, 0x1.0f2c7ecp-1, 0x1.5b5a038p+0, 0x1.a92103dp+0,
};
static const double d124[8] = {
    0x1.695c644p-47, 0x0p+0, 0x1.2090cb7p-3, 0x1.a5f76fap-27, 0x1.ffffffp-5, 0x1.4681349p-135, 0x1.b84f647p+5, 0x1.0331e52p+0,
};
static const double d125[80] = {
    -0x1.0277025p+0, 0x1.05295dep+1, -0x1.711a637p-1, 0x1.fd43654p-3, -0x1.4ae0343p-2, -0x1.16287ap+1, 0x1.5a3b591p+1,
    0x1.5f845ccp+0, 0x1.aaf872ap-3, -0x1.7df1d1fp-2, 0x1.9341309p+0, 0x1.ef9570cp+0, 0x1.fef9db2p+1, -0x1.2a921f5p+1,
    -0x1.522b47ep+1, 0x1.1e39e27p+1, 0x1.e8f28d5p+1, 0x1.307194p-1, -0x1.34b813p+0, 0x1.fd3d2d5p-1, -0x1.007ea99p+0,
    0x1.046e9b6p+1, -0x1.6d4052dp-1, 0x1.f5b5533p-3, -0x1.5bb92d3p-2, -0x1.144aa1fp+1, 0x1.58ece5ep+1, 0x1.627c99p+0,
    0x1.d3e7441p-3, -0x1.8c2cbb4p-2, 0x1.9470edep+0, 0x1.ee40f22p+0, 0x1.fdf43c8p+1, -0x1.29f9411p+1, -0x1.5423d85p+1,
    0x1.1ce00f3p+1, 0x1.e89c0d1p+1, 0x1.2fd5b3fp-1, -0x1.2e3c8ebp+0, 0x1.fcce408p-1, -0x1.f510db8p-1, 0x1.022b496p+1,
    -0x1.75aa61cp-1, 0x1.cbccc3p-3, -0x1.69fbc25p-2, -0x1.114a2f1p+1, 0x1.55df24dp+1, 0x1.63a8769p+0, 0x1.fda1a8bp-3,
    -0x1.b953f36p-2, 0x1.906004dp+0, 0x1.ed88931p+0, 0x1.f5da071p+1, -0x1.253d437p+1, -0x1.51786dbp+1, 0x1.1726c4ep+1,
    0x1.e33561p+1, 0x1.2b01df6p-1, -0x1.2e50442p+0, 0x1.f1d79aap-1, -0x1.e4c5387p-1, 0x1.f4fad75p+0, -0x1.6bc01f5p-1,
    0x1.b7f5835p-3, -0x1.6762259p-2, -0x1.0984021p+1, 0x1.4c1a34ap+1, 0x1.5c3cc05p+0, 0x1.e5026fp-3, -0x1.afd2dfp-2,
    0x1.854a56fp+0, 0x1.df9bacap+0, 0x1.e7014c8p+1, -0x1.1c90716p+1, -0x1.4784254p+1, 0x1.0ea78fcp+1, 0x1.d7c6ad8p+1,
    0x1.22295e6p-1, -0x1.24423b6p+0, 0x1.dfc5974p-1,
};
static const double d126[80] = {
    -0x1.0811786p+0, 0x1.08c95c9p+1, -0x1.616d6ap-1, 0x1.f145e65p-3, -0x1.2dd5af8p-2, -0x1.1aa816ep+1, 0x1.60c409bp+1,
    0x1.6199e41p+0, 0x1.6c7322bp-4, -0x1.742ca12p-2, 0x1.9b1230ep+0, 0x1.e5b05dcp+0, 0x1.ffffbcep+1, -0x1.2b2b24dp+1,
    -0x1.5323c32p+1, 0x1.2216d08p+1, 0x1.e8a522dp+1, 0x1.310d9cp-1, -0x1.9b94c4cp+0, 0x1.fe422b1p-1, -0x1.088ad8dp+0,
    0x1.07c900ep+1, -0x1.6eb8c31p-1, 0x1.01c517ep-2, -0x1.19eb6fap-2, -0x1.1b5fa2cp+1, 0x1.5f4e4ffp+1, 0x1.5a0073ap+0,
    0x1.aa7a742p-4, -0x1.5c6bc57p-2, 0x1.9421f3ap+0, 0x1.eb39e0bp+0, 0x1.ffff79dp+1, -0x1.2b2afd9p+1, -0x1.4dfa283p+1,
    0x1.2216aa8p+1, 0x1.e8010bdp+1, 0x1.310d741p-1, -0x1.78c299p+0, 0x1.fd25471p-1, -0x1.0e60a71p+0, 0x1.0477555p+1,
    -0x1.5cb3067p-1, 0x1.417bf8cp-2, -0x1.e04d867p-3, -0x1.02cd939p+1, 0x1.5b3ccfap+1, 0x1.5466103p+0, 0x1.99f3644p-4,
    -0x1.3adeaf5p-2, 0x1.98426e1p+0, 0x1.e7fa1d9p+0, 0x1.fffd60fp+1, -0x1.2b29c3ep+1, -0x1.514ba1dp+1, 0x1.22157a5p+1,
    0x1.e2e058ep+1, 0x1.310c343p-1, -0x1.22e9649p+1, 0x1.16cd591p+0, -0x1.0cbc9eap+0, 0x1.0bb8833p+1, -0x1.5c53da8p-1,
    0x1.20a45fap-2, -0x1.30eeba3p-3, -0x1.0d030a3p+1, 0x1.5a69eebp+1, 0x1.27a645bp+0, 0x1.d57db44p-3, -0x1.1b0ba8fp-2,
    0x1.8d423cep+0, 0x1.de178cbp+0, 0x1.fff9727p+1, -0x1.2b2777cp+1, -0x1.4fba151p+1, 0x1.22134p+1, 0x1.d94322dp+1,
    0x1.3109dc7p-1, -0x1.30ec03ep+1, 0x1.1c60023p+0,
};
static const double d127[20] = {
    -0x1.0cbc9eap+0, 0x1.0bb8833p+1, -0x1.5c53da8p-1, 0x1.20a45fap-2, -0x1.30eeba3p-3, -0x1.0d030a3p+1, 0x1.5a69eebp+1,
    0x1.27a645bp+0, 0x1.d57db44p-3, -0x1.1b0ba8fp-2, 0x1.8d423cep+0, 0x1.de178cbp+0, 0x1.fff9727p+1, -0x1.2b2777cp+1,
    -0x1.4fba151p+1, 0x1.22134p+1, 0x1.d94322dp+1, 0x1.3109dc7p-1, -0x1.30ec03ep+1, 0x1.1c60023p+0,
};
static const double d128[12] = {
    -0x1.0cbc9eap+0, 0x1.0bb8833p+1, -0x1.5c53da8p-1, 0x1.20a45fap-2, -0x1.30eeba3p-3, -0x1.0d030a3p+1, 0x1.5a69eebp+1,
    0x1.27a645bp+0, 0x1.d57db44p-3, -0x1.1b0ba8fp-2, 0x1.8d423cep+0, 0x1.de178cbp+0,
};
static const double d129[8] = {
    0x1.fff9727p+1, -0x1.2b2777cp+1, -0x1.4fba151p+1, 0x1.22134p+1, 0x1.d94322dp+1, 0x1.3109dc7p-1, -0x1.30ec03ep+1,
    0x1.1c60023p+0,
};
static const double d130[80] = {
    -0x1.0705cc9p+0, 0x1.07bbf0ep+1, -0x1.5ffb4afp-1, 0x1.ef424b7p-3, -0x1.2c91934p-2, -0x1.1988ceep+1, 0x1.5f5df8cp+1,
    0x1.6030b07p+0, 0x1.6a0301bp-4, -0x1.72aa53bp-2, 0x1.99710c1p+0, 0x1.e3b9b3ep+0, 0x1.fdf3b65p+1, -0x1.29f8f2ap+1,
    -0x1.51c8ce6p+1, 0x1.20ef97dp+1, 0x1.e6b05b9p+1, 0x1.2fd564p-1, -0x1.9a23ca4p+0, 0x1.fc37ec8p-1, -0x1.06721fap+0,
    0x1.05ae2e1p+1, -0x1.6bdb5bfp-1, 0x1.ff8788fp-3, -0x1.1779169p-2, -0x1.1920501p+1, 0x1.5c815bcp+1, 0x1.5731168p+0,
    0x1.a688599p-4, -0x1.59748a1p-2, 0x1.90dff08p+0, 0x1.e753358p+0, 0x1.fbea0afp+1, -0x1.28c820fp+1, -0x1.4b47257p+1,
    0x1.1fc804ap+1, 0x1.e41acf4p+1, 0x1.2e9e936p-1, -0x1.75b7272p+0, 0x1.f913aeap-1, -0x1.0412aap+0, 0x1.f45bbb7p+0,
    -0x1.4f165dep-1, 0x1.3676dbdp-2, -0x1.cb3bfd7p-3, -0x1.f058359p+0, 0x1.4d9f772p+1, 0x1.46e9a38p+0, 0x1.8942fbdp-4,
    -0x1.2e09f85p-2, 0x1.88491d8p+0, 0x1.d505421p+0, 0x1.ebf9099p+1, -0x1.1f77898p+1, -0x1.44246bap+1, 0x1.16bfbe7p+1,
    0x1.cfe3896p+1, 0x1.251f146p-1, -0x1.1a27b4fp+1, 0x1.0c7e3efp+0, -0x1.e6cdd6p-1, 0x1.e5cbc69p+0, -0x1.3bf9b86p-1,
    0x1.0553e75p-2, -0x1.0a7232fp-3, -0x1.e735ad7p+0, 0x1.39c4911p+1, 0x1.098b2ffp+0, 0x1.b75a22ap-3, -0x1.fcec316p-3,
    0x1.6779f1cp+0, 0x1.b0c2fcap+0, 0x1.cfba9ccp+1, -0x1.0ef6b18p+1, -0x1.300946cp+1, 0x1.06bf069p+1, 0x1.ac125e3p+1,
    0x1.144b221p-1, -0x1.17c51fbp+1, 0x1.027c059p+0,
};
static const double d131[20] = {
    -0x1.fd0f23bp-1, 0x1.eb98f64p+0, -0x1.3d9d80dp-1, 0x1.1a31111p-2, -0x1.61a3b83p-3, -0x1.f2e6a48p+0, 0x1.44338fp+1,
    0x1.29e9255p+0, 0x1.18f774dp-3, -0x1.1537c0bp-2, 0x1.7778149p+0, 0x1.c32b302p+0, 0x1.e090988p+1, -0x1.18cd148p+1,
    -0x1.3bedcf2p+1, 0x1.104909cp+1, 0x1.c16c045p+1, 0x1.1e530e7p-1, -0x1.0a471c7p+1, 0x1.05677c8p+0,
};
static const double d132[12] = {
    -0x1.fd0f23bp-1, 0x1.eb98f64p+0, -0x1.3d9d80dp-1, 0x1.1a31111p-2, -0x1.61a3b83p-3, -0x1.f2e6a48p+0, 0x1.44338fp+1,
    0x1.29e9255p+0, 0x1.18f774dp-3, -0x1.1537c0bp-2, 0x1.7778149p+0, 0x1.c32b302p+0,
};
static const double d133[8] = {
    0x1.e090988p+1, -0x1.18cd148p+1, -0x1.3bedcf2p+1, 0x1.104909cp+1, 0x1.c16c045p+1, 0x1.1e530e7p-1, -0x1.0a471c7p+1,
    0x1.05677c8p+0,
};
static const double d134[80] = {
    -0x1.0442049p+0, 0x1.06766a4p+1, -0x1.6db9f6ap-1, 0x1.fb0567dp-3, -0x1.441722cp-2, -0x1.17b420dp+1, 0x1.5c63d15p+1,
    0x1.609137bp+0, 0x1.6e3dc56p-3, -0x1.7c1168fp-2, 0x1.95d1e52p+0, 0x1.edd8b3cp+0, 0x1.ffffde7p+1, -0x1.2b2b386p+1,
    -0x1.52eb88p+1, 0x1.1f9fd7fp+1, 0x1.e99b057p+1, 0x1.310dbp-1, -0x1.4ef9a36p+0, 0x1.fe424c9p-1, -0x1.040531fp+0,
    0x1.06f6758p+1, -0x1.67141aap-1, 0x1.f1e300dp-3, -0x1.4e0c1a2p-2, -0x1.175836p+1, 0x1.5d1e804p+1, 0x1.645dc1dp+0,
    0x1.5ebbcc5p-3, -0x1.87f1a62p-2, 0x1.9949ce6p+0, 0x1.eb13b1fp+0, 0x1.ffffbcep+1, -0x1.2b2b24dp+1, -0x1.5580293p+1,
    0x1.1f9fc51p+1, 0x1.e9ecd0ep+1, 0x1.310d9cp-1, -0x1.6062893p+0, 0x1.fed07bcp-1, -0x1.011936bp+0, 0x1.089e37ep+1,
    -0x1.701581cp-1, 0x1.b229edfp-3, -0x1.62ed379p-2, -0x1.23a01c9p+1, 0x1.5f25d25p+1, 0x1.672984bp+0, 0x1.62dc6aep-3,
    -0x1.98b6b65p-2, 0x1.9737e58p+0, 0x1.ecb191cp+0, 0x1.fffeb07p+1, -0x1.2b2a87fp+1, -0x1.53d6096p+1, 0x1.1f9f2e5p+1,
    0x1.ec7b2aep+1, 0x1.310cfc1p-1, -0x1.f3b1856p-1, 0x1.e693a3fp-1, -0x1.01e934fp+0, 0x1.04fb987p+1, -0x1.704258bp-1,
    0x1.d2fd8f5p-3, -0x1.8ec2dc7p-2, -0x1.1e833d5p+1, 0x1.5f8c951p+1, 0x1.7d86d7dp+0, 0x1.bd2f363p-4, -0x1.a89d876p-2,
    0x1.9cb4e44p+0, 0x1.f19f1cfp+0, 0x1.fffcb92p+1, -0x1.2b2961ep+1, -0x1.549c372p+1, 0x1.1f9e139p+1, 0x1.f1460d6p+1,
    0x1.310bd03p-1, -0x1.d7a5c45p-1, 0x1.e0fcf19p-1,
};
static const double d135[20] = {
    -0x1.017958bp+0, 0x1.07d8c58p+1, -0x1.74bdbc9p-1, 0x1.cc4cbdfp-3, -0x1.735b145p-2, -0x1.1efbf4ep+1, 0x1.5fdb6c5p+1,
    0x1.6ffb4aep+0, 0x1.3bc238ep-3, -0x1.9fabfffp-2, 0x1.9aba12cp+0, 0x1.f044182p+0, 0x1.fffe2a4p+1, -0x1.2b2a398p+1,
    -0x1.545456p+1, 0x1.1f9ee2ep+1, 0x1.edc2564p+1, 0x1.310cac2p-1, -0x1.1375059p+0, 0x1.eaf93efp-1,
};
static const double d136[12] = {
    -0x1.017958bp+0, 0x1.07d8c58p+1, -0x1.74bdbc9p-1, 0x1.cc4cbdfp-3, -0x1.735b145p-2, -0x1.1efbf4ep+1, 0x1.5fdb6c5p+1,
    0x1.6ffb4aep+0, 0x1.3bc238ep-3, -0x1.9fabfffp-2, 0x1.9aba12cp+0, 0x1.f044182p+0,
};
static const double d137[8] = {
    0x1.fffe2a4p+1, -0x1.2b2a398p+1, -0x1.545456p+1, 0x1.1f9ee2ep+1, 0x1.edc2564p+1, 0x1.310cac2p-1, -0x1.1375059p+0,
    0x1.eaf93efp-1,
};
static const double d138[80] = {
    -0x1.08169e3p+0, 0x1.0884801p+1, -0x1.6481d9bp-1, 0x1.e34adccp-3, -0x1.326ea76p-2, -0x1.19f7e41p+1, 0x1.5f21061p+1,
    0x1.6378ec3p+0, 0x1.1c6c42cp-3, -0x1.6f32816p-2, 0x1.9a217e3p+0, 0x1.e89165dp+0, 0x1.00a3d71p+2, -0x1.2b2b4cp+1,
    -0x1.5446121p+1, 0x1.21b9f21p+1, 0x1.e8018bfp+1, 0x1.2bef0bbp-1, -0x1.6b122a3p+0, 0x1.f923b5bp-1, -0x1.0b290ccp+0,
    0x1.0884801p+1, -0x1.6481d9bp-1, 0x1.e34adccp-3, -0x1.2624edp-2, -0x1.1b811b6p+1, 0x1.5f21061p+1, 0x1.6378ec3p+0,
    0x1.1c6c42cp-3, -0x1.62e8c7p-2, 0x1.9a217e3p+0, 0x1.e89165dp+0, 0x1.016872bp+2, -0x1.2b2b4cp+1, -0x1.5446121p+1,
    0x1.21b9f21p+1, 0x1.e67854ap+1, 0x1.25ca2e8p-1, -0x1.6b122a3p+0, 0x1.f2fed88p-1, -0x1.09a6201p+0, 0x1.07728f5p+1,
    -0x1.5e7dc12p-1, 0x1.0592c0ep-2, -0x1.12baacfp-2, -0x1.179aa72p+1, 0x1.5dd126ep+1, 0x1.618535ep+0, 0x1.21bf68dp-3,
    -0x1.5aa6d92p-2, 0x1.9bbbbf9p+0, 0x1.e67d3eep+0, 0x1.0141206p+2, -0x1.2b2b4cp+1, -0x1.5579454p+1, 0x1.21b9f21p+1,
    0x1.c80f15fp+1, 0x1.1a8bd73p-1, -0x1.6c26124p+0, 0x1.068543fp+0, -0x1.0aa39a2p+0, 0x1.075052fp+1, -0x1.5dfcbf8p-1,
    0x1.029ba66p-2, -0x1.09e9d08p-2, -0x1.17ec788p+1, 0x1.5dcd68p+1, 0x1.5ecb9c3p+0, 0x1.410aa6fp-3, -0x1.58a78aap-2,
    0x1.99578ap+0, 0x1.e6fea57p+0, 0x1.0168032p+2, -0x1.2b2b4cp+1, -0x1.558dabbp+1, 0x1.21b9f21p+1, -0x1.cb6623ap-1,
    0x1.197aeadp-1, -0x1.6c564a1p+0, 0x1.07a048p+0,
};
static const double d139[12] = {
    0x1.8a4accp-4, 0x0p+0, 0x1.389018p+0, 0x1.de6d82p-1, -0x1.1f310ap+0, 0x0p+0, 0x0p+0, 0x1.436bc2p+0, -0x1.c66618p-1,
    0x1.abf0eep-3, 0x0p+0, 0x1.955d98p-2,
};
static const double d140[8] = {
    0x0p+0, 0x0p+0, 0x1.50d016p-5, 0x0p+0, 0x1p-2, 0x0p+0, -0x1.40cdd8p+1, 0x0p+0,
};
static const double d141[12] = {
    0x1.53bd167p-16, 0x1.2588bf7p-14, 0x1.e9393f1p-15, 0x1.53bd167p-16, 0x1.603db28p-13, 0x1.3056131p-11, 0x1.97afb49p-16,
    0x1.603db28p-13, 0x1.6d3416ep-10, 0x1.e9393f1p-15, 0x1.2588bf7p-14, 0x1.603db28p-13,
};
static const double d142[8] = {
    0x1.2588bf7p-14, 0x1.47ae148p-7, 0x1.47ae148p-19, 0x1.47ae148p-7, 0x1.97061b9p-1, 0x1.2588bf7p-14, 0x1.53bd167p-16,
    0x1.a6b06fdp-13,
};
static const double d143[80] = {
    -0x1.f174ea6p-1, 0x1.00d66bap+1, -0x1.833a2bap-1, 0x1.2f16123p-2, -0x1.6fdf4b3p-2, -0x1.1249cfap+1, 0x1.5772f1ap+1,
    0x1.541cc33p+0, 0x1.974d8a6p-3, -0x1.aca3253p-2, 0x1.8ac5553p+0, 0x1.f7ed8edp+0, 0x1.f99999ap+1, -0x1.2b2b4cp+1,
    -0x1.4c97fdap+1, 0x1.1a0bddap+1, 0x1.efafa06p+1, 0x1.4aa75dap-1, -0x1.5bb6013p+0, 0x1.0bee03dp+0, -0x1.d02d3c5p-1,
    0x1.00d66bap+1, -0x1.833a2bap-1, 0x1.2f16123p-2, -0x1.b26ea76p-2, -0x1.09f7e41p+1, 0x1.5772f1ap+1, 0x1.541cc33p+0,
    0x1.974d8a6p-3, -0x1.ef32816p-2, 0x1.8ac5553p+0, 0x1.f7ed8edp+0, 0x1.f147ae1p+1, -0x1.2b2b4cp+1, -0x1.4c97fdap+1,
    0x1.1a0bddap+1, 0x1.f8018bfp+1, 0x1.6bef0bbp-1, -0x1.5bb6013p+0, 0x1.1c91dadp+0, -0x1.d1d689cp-1, 0x1.069b9a1p+1,
    -0x1.95dd30fp-1, 0x1.98f3353p-3, -0x1.02a287p-1, -0x1.1db8c7fp+1, 0x1.5e90d83p+1, 0x1.5f1ecf8p+0, 0x1.7e90244p-3,
    -0x1.0fc1dbdp-1, 0x1.829cb35p+0, 0x1.00eb081p+1, 0x1.f24b33ep+1, -0x1.2b2b4cp+1, -0x1.4631973p+1, 0x1.1a0bddap+1,
    0x1.2e36057p+2, 0x1.ad5b6dp-1, -0x1.4e6ea7p+0, 0x1.b18cb17p-1, -0x1.b31e37dp-1, 0x1.003bc16p+1, -0x1.9965968p-1,
    0x1.21778e5p-2, -0x1.3bdc71ep-1, -0x1.1a8c4b4p+1, 0x1.611ced8p+1, 0x1.a2a1b51p+0, -0x1.ecc7a32p-5, -0x1.2230736p-1,
    0x1.95c7618p+0, 0x1.08739afp+1, 0x1.e8769ecp+1, -0x1.2b2b4cp+1, -0x1.3bf4269p+1, 0x1.1a0bddap+1, 0x1.8e36057p+2,
    0x1.d09e5acp-1, -0x1.5451fbp+0, 0x1.a1ce0c8p-1,
};
static const double d144[12] = {
    -0x1.8a4accp-4, 0x0p+0, -0x1.389018p+0, -0x1.de6d82p-1, 0x1.1f310ap+0, 0x0p+0, 0x0p+0, -0x1.436bc2p+0, 0x1.c66618p-1,
    -0x1.abf0eep-3, 0x0p+0, -0x1.955d98p-2,
};
static const double d145[8] = {
    0x0p+0, -0x0p+0, -0x1.50d016p-5, -0x0p+0, -0x1p-2, 0x0p+0, 0x1.40cdd8p+1, 0x0p+0,
};
static const double d146[12] = {
    0x1.47ae148p-7, 0x1.47ae148p-7, 0x1.47ae148p-7, 0x1.47ae148p-7, 0x1.47ae148p-7, 0x1.47ae148p-7, 0x1.47ae148p-7,
    0x1.a9fbe77p-7, 0x1.d3f1844p-6, 0x1.47ae148p-7, 0x1.47ae148p-7, 0x1.765ad03p-7,
};
static const double d147[8] = {
    0x1.47ae148p-7, 0x1.999999ap-5, 0x1.47ae148p-7, 0x1.999999ap-5, 0x1.999999ap-4, 0x1.47ae148p-7, 0x1.47ae148p-7,
    0x1.47ae148p-7,
};
static const double d148[80] = {
    -0x1.073594fp+0, 0x1.0a666e5p+1, -0x1.5eb6d21p-1, 0x1.eb5f67cp-3, -0x1.358e16bp-2, -0x1.1b99fb6p+1, 0x1.60aa069p+1,
    0x1.61ddbb5p+0, 0x1.14c025fp-3, -0x1.75b663bp-2, 0x1.992fdcep+0, 0x1.e7877b5p+0, 0x1.0095fd5p+2, -0x1.2b2b4cp+1,
    -0x1.563dc5ep+1, 0x1.23b1a5ep+1, 0x1.e609d82p+1, 0x1.310dc4p-1, -0x1.6f0191dp+0, 0x1.f35cc5fp-1, -0x1.079b79cp+0,
    0x1.08c69e6p+1, -0x1.6c9bf16p-1, 0x1.006fdf5p-2, -0x1.2911966p-2, -0x1.1c78e14p+1, 0x1.5f861d6p+1, 0x1.5b2dc3ap+0,
    0x1.21538e2p-3, -0x1.6312b66p-2, 0x1.95ae4fdp+0, 0x1.eaae634p+0, 0x1.01c27e2p+2, -0x1.2b2b4cp+1, -0x1.51f361ap+1,
    0x1.23b1a5ep+1, 0x1.e2c92b8p+1, 0x1.310dc4p-1, -0x1.69ad454p+0, 0x1.e231e48p-1, -0x1.088e932p+0, 0x1.05f6e01p+1,
    -0x1.5baf8f7p-1, 0x1.3a46dc9p-2, -0x1.0df147p-2, -0x1.106ce6ap+1, 0x1.5ceb4f9p+1, 0x1.5741bdp+0, 0x1.085ce6fp-3,
    -0x1.51b7214p-2, 0x1.9994a4bp+0, 0x1.e9c3abbp+0, 0x1.009b9c5p+2, -0x1.2b2b4cp+1, -0x1.552bf77p+1, 0x1.23b1a5ep+1,
    0x1.c8f70a8p+1, 0x1.310dc4p-1, -0x1.7d70292p+0, 0x1.2565f84p+0, -0x1.07921f3p+0, 0x1.0bdd7b8p+1, -0x1.5d1bff3p-1,
    0x1.189fe4cp-2, -0x1.a87a6ebp-3, -0x1.15e3f98p+1, 0x1.5d0d952p+1, 0x1.351889ap+0, 0x1.ce6bb6cp-3, -0x1.4349b99p-2,
    0x1.8c53f8dp+0, 0x1.e067defp+0, 0x1.05c7a09p+2, -0x1.2b2b4cp+1, -0x1.5303cc6p+1, 0x1.23b1a5ep+1, 0x1.991ff0ap+1,
    0x1.310dc4p-1, -0x1.7ffc3ap+0, 0x1.2ce041fp+0,
};
static const double d149[3] = {
    0x1.8d2be33p-1, 0x1.d4766f6p-1, 0x1.f3be45p-1,
};
static const double d150[4] = {
    0x1.9fd89bap-1, 0x1.c3fcab4p-1, 0x1.078b3aap+0, 0x1.a9950dfp-1,
};
static const double d151[8] = {
    0x1.178b441p-47, 0x0p+0, 0x1.6c4f619p-1, 0x1.ab6948bp-9, 0x1p-4, 0x1.7f0adc5p-134, 0x1.57f6b2p+6, 0x1.6954167p-1,
};
static const double d152[80] = {
    -0x1.fd56cf3p-1, 0x1.f60a298p+0, -0x1.8ffa35fp-1, 0x1.1188be8p-2, -0x1.5570ce7p-2, -0x1.0d51c1ep+1, 0x1.52a06f9p+1,
    0x1.5c6835p+0, 0x1.95b7d82p-3, -0x1.85c3ccfp-2, 0x1.908214fp+0, 0x1.f6a8a77p+0, 0x1.faf2d8cp+1, -0x1.2a4588fp+1,
    -0x1.483be57p+1, 0x1.15d6977p+1, 0x1.f18f9a2p+1, 0x1.30237cp-1, -0x1.53f1a35p+0, 0x1.0eb5c29p+0, -0x1.f92ba3dp-1,
    0x1.fdd1656p+0, -0x1.6725b67p-1, 0x1.e5ecf7fp-3, -0x1.7e0d303p-2, -0x1.0a028d1p+1, 0x1.54e1464p+1, 0x1.6df6edbp+0,
    0x1.672b15cp-3, -0x1.be7c5c6p-2, 0x1.9a2c58fp+0, 0x1.ebac093p+0, 0x1.f272733p+1, -0x1.2960766p+1, -0x1.52bfb19p+1,
    0x1.1501364p+1, 0x1.f9bd636p+1, 0x1.2f39e7ep-1, -0x1.63a6ca2p+0, 0x1.24e699ep+0, -0x1.e4b3449p-1, 0x1.03960bcp+1,
    -0x1.859dff5p-1, 0x1.3d98aa7p-5, -0x1.c8a2a95p-2, -0x1.27d1db2p+1, 0x1.56e8ff7p+1, 0x1.72e9c83p+0, 0x1.a1eda72p-3,
    -0x1.df6fc3ap-2, 0x1.7b26486p+0, 0x1.daa0de2p+0, 0x1.ed68d85p+1, -0x1.225072fp+1, -0x1.41937fep+1, 0x1.0e6d0eep+1,
    0x1.1da13d1p+2, 0x1.2806543p-1, -0x1.20b26adp+0, 0x1.37f7adcp-1, -0x1.d91c919p-1, 0x1.c97367p+0, -0x1.6e1d714p-1,
    0x1.09d5704p-3, -0x1.3d975cdp-1, -0x1.08541fp+1, 0x1.48d113p+1, 0x1.c62619ep+0, -0x1.ae328b6p-4, -0x1.fb9211dp-2,
    0x1.8c59d19p+0, 0x1.df0065ep+0, 0x1.b819cdcp+1, -0x1.15855b5p+1, -0x1.3bb9b1p+1, 0x1.0282544p+1, 0x1.5aac9f6p+2,
    0x1.1afad0dp-1, -0x1.10e6fb4p+0, 0x1.f9dd2aap-2,
};
static const double d153[3] = {
    0x1.7f35ddap-1, 0x1.b1ef77bp-1, 0x1.ff55688p-1,
};
static const double d154[4] = {
    0x1.a5488ccp-1, 0x1.20610bfp-1, 0x1.171e7b2p+0, 0x1.f767c38p-1,
};
static const double d155[8] = {
    0x1.32719abp-47, 0x0p+0, 0x1.c968329p-2, 0x1.93359c7p-16, 0x1p-4, 0x1.793141fp-134, 0x1.4bcffap+6, 0x1.5706879p-1,
};
static const double d156[80] = {
    -0x1.09ab71ep+0, 0x1.09fdba5p+1, -0x1.648c55fp-1, 0x1.ecaba79p-3, -0x1.210a994p-2, -0x1.19f76a6p+1, 0x1.5f82612p+1,
    0x1.61570f5p+0, 0x1.165fb9p-3, -0x1.71fc775p-2, 0x1.9cf988fp+0, 0x1.e833b43p+0, 0x1.0095fd5p+2, -0x1.2b2b4cp+1,
    -0x1.563dc5ep+1, 0x1.23b1a5ep+1, 0x1.e609d82p+1, 0x1.310dc4p-1, -0x1.6f0191dp+0, 0x1.f35cc5fp-1, -0x1.0a5c9b4p+0,
    0x1.08f5172p+1, -0x1.6e6c75fp-1, 0x1.05c2ebfp-2, -0x1.09371a5p-2, -0x1.1a95789p+1, 0x1.5e6d48dp+1, 0x1.5d58d5bp+0,
    0x1.2218587p-3, -0x1.5990985p-2, 0x1.97ebf56p+0, 0x1.eb1a58cp+0, 0x1.01c27e2p+2, -0x1.2b2b4cp+1, -0x1.51f361ap+1,
    0x1.23b1a5ep+1, 0x1.e2c92b8p+1, 0x1.310dc4p-1, -0x1.69ad454p+0, 0x1.e231e48p-1, -0x1.0bb74d6p+0, 0x1.057ae92p+1,
    -0x1.60c11f3p-1, 0x1.302ca6cp-2, -0x1.f4479cbp-3, -0x1.0abc407p+1, 0x1.5ca6356p+1, 0x1.5a74e44p+0, 0x1.0e4e2aap-3,
    -0x1.4291ac2p-2, 0x1.99d9c98p+0, 0x1.ea00c1p+0, 0x1.009b9c5p+2, -0x1.2b2b4cp+1, -0x1.552bf77p+1, 0x1.23b1a5ep+1,
    0x1.c8f70a8p+1, 0x1.310dc4p-1, -0x1.7d70292p+0, 0x1.2565f84p+0, -0x1.0abf51dp+0, 0x1.0af77b7p+1, -0x1.61ff273p-1,
    0x1.1684bf1p-2, -0x1.80a1633p-3, -0x1.1120d44p+1, 0x1.5c5978dp+1, 0x1.3a6f83bp+0, 0x1.e0eb72ap-3, -0x1.349ac73p-2,
    0x1.8e3cae6p+0, 0x1.e37e91dp+0, 0x1.05c7a09p+2, -0x1.2b2b4cp+1, -0x1.5303cc6p+1, 0x1.23b1a5ep+1, 0x1.991ff0ap+1,
    0x1.310dc4p-1, -0x1.7ffc3ap+0, 0x1.2ce041fp+0,
};
static const double d157[4] = {
    0x1.be87c6p-1, 0x1.62d44a2p-1, 0x1.cabd18cp-1, 0x1.1833d09p+0,
};
static const double d158[3] = {
    0x1.d2cf886p-1, 0x1.e393bf7p-1, 0x1.9efd4fcp-1,
};
static const double d159[80] = {
    -0x1.eb8c77ap-1, 0x1.f8fd5ddp+0, -0x1.7ae6b0dp-1, 0x1.0f31f3ap-2, -0x1.9f98ddep-2, -0x1.1339ec4p+1, 0x1.56cc519p+1,
    0x1.5e4ebc1p+0, 0x1.8fe15a2p-3, -0x1.933ce19p-2, 0x1.82d0a63p+0, 0x1.f43b1d5p+0, 0x1.faf2d8cp+1, -0x1.2a4588fp+1,
    -0x1.483be57p+1, 0x1.15d6977p+1, 0x1.f18f9a2p+1, 0x1.30237cp-1, -0x1.53f1a35p+0, 0x1.0eb5c29p+0, -0x1.e5ff062p-1,
    0x1.fd3a6b6p+0, -0x1.59e2e1cp-1, 0x1.c010e97p-3, -0x1.e1f740fp-2, -0x1.105e415p+1, 0x1.5952ca7p+1, 0x1.69a3a0ap+0,
    0x1.6484c31p-3, -0x1.d7f2431p-2, 0x1.8f51a12p+0, 0x1.e9a1719p+0, 0x1.f272733p+1, -0x1.2960766p+1, -0x1.52bfb19p+1,
    0x1.1501364p+1, 0x1.f9bd636p+1, 0x1.2f39e7ep-1, -0x1.63a6ca2p+0, 0x1.24e699ep+0, -0x1.d0315c5p-1, 0x1.0760056p+1,
    -0x1.7b553e6p-1, 0x1.7d4683p-4, -0x1.ef19bb1p-2, -0x1.3ba0d48p+1, 0x1.59bf7d4p+1, 0x1.6c227aap+0, 0x1.87d8b6bp-3,
    -0x1.0db1432p-1, 0x1.83e101bp+0, 0x1.de3803cp+0, 0x1.ed68d85p+1, -0x1.225072fp+1, -0x1.41937fep+1, 0x1.0e6d0eep+1,
    0x1.1da13d1p+2, 0x1.2806543p-1, -0x1.20b26adp+0, 0x1.37f7adcp-1, -0x1.c7a897cp-1, 0x1.d6873a1p+0, -0x1.642eb84p-1,
    0x1.5d10d4fp-3, -0x1.5bd94acp-1, -0x1.16c94dfp+1, 0x1.4deaa1fp+1, 0x1.beaa872p+0, -0x1.456b196p-3, -0x1.12e5dc9p-1,
    0x1.94287b3p+0, 0x1.dfdd0a1p+0, 0x1.b819cdcp+1, -0x1.15855b5p+1, -0x1.3bb9b1p+1, 0x1.0282544p+1, 0x1.5aac9f6p+2,
    0x1.1afad0dp-1, -0x1.10e6fb4p+0, 0x1.f9dd2aap-2,
};
static const double d160[4] = {
    0x1.8e6b96bp-1, 0x1.1e8f018p-1, 0x1.041b81bp+0, 0x1.1b0e5b7p+0,
};
static const double d161[3] = {
    0x1.fadc2bp-1, 0x1.b58175bp-1, 0x1.801d1d2p-1,
};
static const double d162[80] = {
    -0x1.48c436bp+0, 0x1.85bd3e2p+1, 0x1.2b95aacp-3, 0x1.f210e31p-9, -0x1.ffbe3cdp-6, -0x1.8d370cep+1, 0x1.ce749ep+1,
    0x1.871053bp+0, -0x1.9a9847cp-2, -0x1.c8e36c6p-3, 0x1.d83755dp+0, 0x1.5b2db6dp+0, 0x1.176f952p+2, -0x1.2b2b4cp+1,
    -0x1.d4e5afdp+1, 0x1.a2598fdp+1, 0x1.6761ee3p+1, 0x1.310dc4p-1, -0x1.3628b2dp+1, 0x1.2980aecp-3, -0x1.5c9350bp+0,
    0x1.34e6e72p+1, -0x1.345191ap+0, 0x1.0d77b6fp-1, 0x1.26b88e9p-1, -0x1.b88c57p+1, 0x1.95b4aap+1, 0x1.d1f28e8p-3,
    -0x1.869f235p-4, 0x1.5d9ab2p-1, 0x1.29b9964p+0, 0x1.f80c32p+0, 0x1.4b30594p+2, -0x1.2b2b4cp+1, -0x1.17bb1ccp+1,
    0x1.a2598fdp+1, 0x1.aff4f22p+0, 0x1.310dc4p-1, -0x1.815b54ap+0, -0x1.5542081p+0, -0x1.5bad5c1p-1, 0x1.b325f62p+0,
    0x1.a3cd4edp-1, 0x1.f2ce7c7p+0, 0x1.6e15117p+0, -0x1.501379dp-1, 0x1.39efa08p+1, -0x1.fd02a56p-3, -0x1.a92a621p-1,
    0x1.bfc7ce5p+0, 0x1.0d72edfp+1, 0x1.e9340ccp-1, 0x1.b624b5fp+1, -0x1.2b2b4cp+1, -0x1.b0d5cd3p+1, 0x1.a2598fdp+1,
    -0x1.838f887p+2, 0x1.310dc4p-1, -0x1.20425d2p+2, 0x1.3b3a9efp+2, -0x1.59be9ep-1, 0x1.bef5ae5p+0, 0x1.a250a83p-1,
    0x1.ea6cebbp+0, 0x1.7c5af6ap+0, -0x1.65c652ep-1, 0x1.3a0ce3cp+1, -0x1.85f93ddp-2, -0x1.77ecd06p-1, 0x1.c351f5bp+0,
    0x1.06e23dbp+1, 0x1.d67df53p-1, 0x1.c66347cp+1, -0x1.2b2b4cp+1, -0x1.ad656d4p+1, 0x1.a2598fdp+1, -0x1.a97ca8bp+2,
    0x1.310dc4p-1, -0x1.214c19ap+2, 0x1.3e36cb2p+2,
};
static const double d163[80] = {
    -0x1.06897adp+0, 0x1.07bfc5p+1, -0x1.652a821p-1, 0x1.f404fbfp-3, -0x1.34efe71p-2, -0x1.19645dap+1, 0x1.5ef5381p+1,
    0x1.60e778bp+0, 0x1.e684c0ep-4, -0x1.766dc29p-2, 0x1.98e9edap+0, 0x1.e7eaf58p+0, 0x1.ff7ced9p+1, -0x1.2adeb5ap+1,
    -0x1.52ba618p+1, 0x1.20fac59p+1, 0x1.e87a0cap+1, 0x1.30bfacp-1, -0x1.81af96ap+0, 0x1.fdbfcdap-1, -0x1.068306cp+0,
    0x1.06fc236p+1, -0x1.6b74d73p-1, 0x1.fca740ep-3, -0x1.2aabc37p-2, -0x1.19782cdp+1, 0x1.5de099ep+1, 0x1.5cc07f5p+0,
    0x1.0285fc1p-3, -0x1.6a2d916p-2, 0x1.95093bp+0, 0x1.ea32eeep+0, 0x1.fef9fcbp+1, -0x1.2a9232fp+1, -0x1.4fcef32p+1,
    0x1.20b0cbp+1, 0x1.e7ab145p+1, 0x1.3071a8p-1, -0x1.6fe3ddap+0, 0x1.fcaefe1p-1, -0x1.075a0dbp+0, 0x1.033b035p+1,
    -0x1.5fa2f63p-1, 0x1.1c1628cp-2, -0x1.1375c24p-2, -0x1.0afaaf8p+1, 0x1.59121ap+1, 0x1.572dffcp+0, 0x1.f8b9d47p-4,
    -0x1.56a1ceep-2, 0x1.93db2efp+0, 0x1.e4b4749p+0, 0x1.fae729ap+1, -0x1.2830dc7p+1, -0x1.4ec9a4cp+1, 0x1.1e639eap+1,
    0x1.e13ac0ap+1, 0x1.2e04553p-1, -0x1.d35631dp+0, 0x1.08686p+0, -0x1.0296582p+0, 0x1.02ff953p+1, -0x1.5a4d28bp-1,
    0x1.0792202p-2, -0x1.c7e21e1p-3, -0x1.0c0f031p+1, 0x1.538a44bp+1, 0x1.3be3c88p+0, 0x1.7c1ac0fp-3, -0x1.41c443fp-2,
    0x1.886c896p+0, 0x1.d89a7b7p+0, 0x1.f35a38dp+1, -0x1.23c76a6p+1, -0x1.4906a91p+1, 0x1.1a1f8cep+1, 0x1.d54b79ap+1,
    0x1.2984abcp-1, -0x1.da6fc1fp+0, 0x1.07407b4p+0,
};
static const double d164[80] = {
    -0x1.05c7a6ap+0, 0x1.076418cp+1, -0x1.68d0be6p-1, 0x1.f721066p-3, -0x1.3b34041p-2, -0x1.18e21dbp+1, 0x1.5e234b5p+1,
    0x1.60fb0a1p+0, 0x1.24c1945p-3, -0x1.78ea8fep-2, 0x1.97eae01p+0, 0x1.ea96eacp+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.52ffcc8p+1,
    0x1.20820b3p+1, 0x1.e94314fp+1, 0x1.310dc4p-1, -0x1.6a6d261p+0, 0x1.fe426ep-1, -0x1.05d5b2dp+0, 0x1.074679dp+1,
    -0x1.6a5a362p-1, 0x1.f93da9p-3, -0x1.38e6a59p-2, -0x1.18f75a1p+1, 0x1.5df81c4p+1, 0x1.601a28p+0, 0x1.285776p-3,
    -0x1.762b9ap-2, 0x1.971d8e6p+0, 0x1.eb3ad18p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.52b9fdep+1, 0x1.20820b3p+1, 0x1.e93a6d3p+1,
    0x1.310dc4p-1, -0x1.6896408p+0, 0x1.fe3364cp-1, -0x1.06265bfp+0, 0x1.0742ac9p+1, -0x1.67e2577p-1, 0x1.03380e1p-2,
    -0x1.34eae68p-2, -0x1.164c496p+1, 0x1.5dbf1c8p+1, 0x1.602ec25p+0, 0x1.2008035p-3, -0x1.715a99ap-2, 0x1.976b118p+0,
    0x1.eaf26a5p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.527966cp+1, 0x1.20820b3p+1, 0x1.e8e3a27p+1, 0x1.310dc4p-1, -0x1.6fcbefep+0,
    0x1.0118d4fp+0, -0x1.06c593bp+0, 0x1.0838087p+1, -0x1.6867ddep-1, 0x1.faaf1cbp-3, -0x1.2ab4b65p-2, -0x1.174b24ap+1,
    0x1.5d909b2p+1, 0x1.5b4c17p+0, 0x1.40cd8b3p-3, -0x1.6e594e5p-2, 0x1.959af57p+0, 0x1.e93756dp+0, 0x1p+2, -0x1.2b2b4cp+1,
    -0x1.520ccbap+1, 0x1.20820b3p+1, 0x1.e8082dfp+1, 0x1.310dc4p-1, -0x1.69bcdafp+0, 0x1.020e8e2p+0,
};
static const double d165[80] = {
    -0x1.05e27f1p+0, 0x1.0774789p+1, -0x1.687a19ep-1, 0x1.f6dc5abp-3, -0x1.3a973acp-2, -0x1.18f6ebep+1, 0x1.5e421fdp+1,
    0x1.6102535p+0, 0x1.1fb134ep-3, -0x1.78b2f46p-2, 0x1.980fdf4p+0, 0x1.ea5d739p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.5303a87p+1,
    0x1.20ad494p+1, 0x1.e9323dcp+1, 0x1.310dc4p-1, -0x1.6fad016p+0, 0x1.fe426ep-1, -0x1.05f9d99p+0, 0x1.07433a1p+1,
    -0x1.6b083bbp-1, 0x1.fa5f264p-3, -0x1.36c36a4p-2, -0x1.191a39bp+1, 0x1.5dfa54fp+1, 0x1.5f8c763p+0, 0x1.25a72a6p-3,
    -0x1.74224c1p-2, 0x1.96ba887p+0, 0x1.eb6def2p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.5205b06p+1, 0x1.20ad494p+1, 0x1.e912c0ap+1,
    0x1.310dc4p-1, -0x1.68fbcfap+0, 0x1.fe0bb9ep-1, -0x1.082b694p+0, 0x1.06281dfp+1, -0x1.6b6d5c1p-1, 0x1.0806971p-2,
    -0x1.2877b53p-2, -0x1.13cf01bp+1, 0x1.5ced4f6p+1, 0x1.5e74973p+0, 0x1.2cdae4fp-3, -0x1.701129ap-2, 0x1.9851724p+0,
    0x1.ed0810ep+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.51cd1fdp+1, 0x1.20ad494p+1, 0x1.e837ed6p+1, 0x1.310dc4p-1, -0x1.7f194b6p+0,
    0x1.046365fp+0, -0x1.0d36a3p+0, 0x1.05f44b3p+1, -0x1.6eec67ep-1, 0x1.e8736bbp-3, -0x1.fff260fp-3, -0x1.1681f6dp+1,
    0x1.5d562cep+1, 0x1.54377acp+0, 0x1.722ad69p-3, -0x1.5d11187p-2, 0x1.9110a7ap+0, 0x1.e884fd9p+0, 0x1p+2, -0x1.2b2b4cp+1,
    -0x1.516c5f3p+1, 0x1.20ad494p+1, 0x1.e5ba808p+1, 0x1.310dc4p-1, -0x1.6ec4158p+0, 0x1.0697f1dp+0,
};
static const double d166[80] = {
    -0x1.06cc6e5p+0, 0x1.0803288p+1, -0x1.658715bp-1, 0x1.f485f33p-3, -0x1.3540f88p-2, -0x1.19ac38dp+1, 0x1.5f4ec7cp+1,
    0x1.6141d12p+0, 0x1.e720dd2p-4, -0x1.76ce625p-2, 0x1.9952443p+0, 0x1.e868b01p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.531129dp+1,
    0x1.21449d3p+1, 0x1.e8f74e8p+1, 0x1.310dc4p-1, -0x1.820be11p+0, 0x1.fe426dfp-1, -0x1.082dd7cp+0, 0x1.08358d1p+1,
    -0x1.687c509p-1, 0x1.fabb9c7p-3, -0x1.249eb56p-2, -0x1.1aeae0bp+1, 0x1.5fe419cp+1, 0x1.5dc49d9p+0, 0x1.97bbc0ap-4,
    -0x1.688fd72p-2, 0x1.976d921p+0, 0x1.e8bb1b1p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.508d578p+1, 0x1.2201ed6p+1, 0x1.e85ba89p+1,
    0x1.310dc4p-1, -0x1.879e425p+0, 0x1.fdb41d5p-1, -0x1.0121394p+0, 0x1.0a27d4ap+1, -0x1.2f60c73p-1, 0x1.54cad4ep-2,
    -0x1.11fc903p-3, -0x1.f6dc32cp+0, 0x1.5873cp+1, 0x1.443c7cp+0, -0x1.af8e52bp-6, -0x1.6bc201dp-3, 0x1.9fb8481p+0,
    0x1.cf0d39cp+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.49845dap+1, 0x1.25cc4f3p+1, 0x1.dc5504ap+1, 0x1.310dc4p-1, -0x1.455e3b8p+1,
    0x1.1559036p+0, -0x1.e97a5abp-1, 0x1.09a5bfdp+1, -0x1.01c5c2cp-1, 0x1.b4b4c7dp-2, 0x1.1c5388dp-4, -0x1.a5fbd0ep+0,
    0x1.58d034ep+1, 0x1.1da2e0dp+0, -0x1.0aca803p-3, 0x1.19c4264p-10, 0x1.a7d6a82p+0, 0x1.c1755e9p+0, 0x1p+2, -0x1.2b2b4cp+1,
    -0x1.4b4df45p+1, 0x1.2812bd6p+1, 0x1.ccfb452p+1, 0x1.310dc4p-1, -0x1.3006f4ep+2, 0x1.328615ep+0,
};
static const double d167[12] = {
    -0x1.37e5645p-9, -0x1.fada3ddp-10, -0x1.4fadc4ap-10, -0x1.0dd050bp-9, -0x1.c84536ep-8, -0x1.1797693p-7, -0x1.147d79ep-10,
    0x1.c1fadedp-8, -0x1.2dbcc53p-13, -0x1.60991p-8, -0x1.edcbe03p-11, 0x1.891054bp-10,
};
static const double d168[8] = {
    0x1.31db7d3p-36, -0x0p+0, 0x1.03f673ep-17, -0x1.0c75b2p-11, 0x1.3f7562dp-8, 0x1.84201acp-74, 0x1.1d7ee74p-4,
    -0x1.0357124p-8,
};
static const double d169[80] = {
    -0x1.078d9e4p+0, 0x1.085e70ap+1, -0x1.61e2eb7p-1, 0x1.f16b8cep-3, -0x1.2f009aap-2, -0x1.1a2df98p+1, 0x1.601ff7ep+1,
    0x1.612e133p+0, 0x1.84606b6p-4, -0x1.7452e93p-2, 0x1.9a506f5p+0, 0x1.e5be1a6p+0, 0x1.ff7ced9p+1, -0x1.2adeb5ap+1,
    -0x1.52c9662p+1, 0x1.21a30cep+1, 0x1.e838837p+1, 0x1.30bfacp-1, -0x1.961d3f7p+0, 0x1.fdbfcd9p-1, -0x1.08879edp+0,
    0x1.07b318ep+1, -0x1.6adfd5ap-1, 0x1.ff48c1fp-3, -0x1.18074dfp-2, -0x1.1b2c589p+1, 0x1.5f64a2p+1, 0x1.5a3568bp+0,
    0x1.6d4d1a9p-4, -0x1.5ce3e86p-2, 0x1.94c7c58p+0, 0x1.e88041p+0, 0x1.fef9fcbp+1, -0x1.2a9232fp+1, -0x1.4dd964dp+1,
    0x1.21df86bp+1, 0x1.e6f3a4ep+1, 0x1.3071a8p-1, -0x1.86b66f1p+0, 0x1.fc3d23fp-1, -0x1.f9a91aep-1, 0x1.06cbe17p+1,
    -0x1.3915f8dp-1, 0x1.47159f7p-2, -0x1.43534f9p-3, -0x1.f35cadep+0, 0x1.5738438p+1, 0x1.46ad7cap+0, 0x1.adc2c5ep-7,
    -0x1.b20a0e5p-3, 0x1.9c62edap+0, 0x1.d2f0b82p+0, 0x1.fb5c11ep+1, -0x1.28752cp+1, -0x1.4a72d77p+1, 0x1.2190ba2p+1,
    0x1.d9f98cap+1, 0x1.2e49fccp-1, -0x1.47b0fep+1, 0x1.114013ep+0, -0x1.f1209f1p-1, 0x1.0635597p+1, -0x1.2d55c22p-1,
    0x1.5fd5a1bp-2, -0x1.77b971dp-4, -0x1.dcb6494p+0, 0x1.57a6ab5p+1, 0x1.35f2e55p+0, 0x1.6176e5cp-10, -0x1.44d2c54p-3,
    0x1.9c75fefp+0, 0x1.cf43ca9p+0, 0x1.fa99615p+1, -0x1.2803696p+1, -0x1.4bb9b78p+1, 0x1.2178af6p+1, 0x1.d3d7c9dp+1,
    0x1.2dd5fd5p-1, -0x1.a9fa082p+1, 0x1.19d49cep+0,
};
static const double d170[12] = {
    -0x1.2b9e783p-10, -0x1.68dc8cfp-10, 0x1.29f9295p-10, 0x1.57855e2p-12, -0x1.cf3ea3bp-10, -0x1.7efad7ap-11, -0x1.8af81fp-10,
    0x1.5ad9dc2p-9, -0x1.4362c76p-9, -0x1.51af9a3p-11, -0x1.4b4f5e7p-16, -0x1.46ad6e8p-12,
};
static const double d171[8] = {
    -0x1.ba8874ap-36, -0x0p+0, -0x1.eaf8b85p-13, -0x1.fc9747ap-16, 0x1.8e4f9a5p-10, 0x1.b74fc1p-76, 0x1.d70bd82p-7,
    -0x1.f66ebbcp-11,
};
static const double d172[80] = {
    -0x1.1b1dda8p+0, 0x1.1295229p+1, -0x1.3a01b2p-1, 0x1.9bef215p-3, -0x1.bda5943p-3, -0x1.2486d23p+1, 0x1.6a2ed74p+1,
    0x1.6af1486p+0, 0x1.94f09dbp-5, -0x1.38dd068p-2, 0x1.aece739p+0, 0x1.d297a47p+0, 0x1.0000001p+2, -0x1.2b2b4cp+1,
    -0x1.554686p+1, 0x1.2bedc07p+1, 0x1.e1590acp+1, 0x1.310dc4p-1, -0x1.82191d2p+0, 0x1.fe426cfp-1, -0x1.1f19dedp+0,
    0x1.0c3917p+1, -0x1.64adb4bp-1, 0x1.1e30bdap-2, -0x1.1ebb224p-3, -0x1.289d78bp+1, 0x1.64a0395p+1, 0x1.5200a9fp+0,
    0x1.2e57abbp-4, -0x1.b08105fp-3, 0x1.986ea5dp+0, 0x1.e479437p+0, 0x1.0000003p+2, -0x1.2b2b4cp+1, -0x1.48a2917p+1,
    0x1.2bedc07p+1, 0x1.da9a047p+1, 0x1.310dc4p-1, -0x1.73ae8eap+0, 0x1.eda1f26p-1, -0x1.25febb5p+0, 0x1.fd911f7p+0,
    -0x1.3bff27dp-1, 0x1.f569d12p-2, -0x1.408da7p-4, -0x1.0002c7fp+1, 0x1.5879786p+1, 0x1.463374cp+0, 0x1.1187ed1p-4,
    -0x1.3b6ed48p-3, 0x1.a44690fp+0, 0x1.d7aa2ddp+0, 0x1.0000001p+2, -0x1.2b2b4cp+1, -0x1.4def35bp+1, 0x1.2bedc07p+1,
    0x1.b569dd2p+1, 0x1.310dc4p-1, -0x1.8d7a63p+0, 0x1.48903fcp+0, -0x1.25f773p+0, 0x1.05a8003p+1, -0x1.36c392p-1,
    0x1.b45132p-2, 0x1.5afe8e8p-5, -0x1.09d5f97p+1, 0x1.5766508p+1, 0x1.085c61bp+0, 0x1.c5d55afp-3, -0x1.ebb6b4cp-4,
    0x1.8f64d2p+0, 0x1.c95b3a2p+0, 0x1.0000009p+2, -0x1.2b2b4cp+1, -0x1.4bffcdcp+1, 0x1.2bedc07p+1, 0x1.893339ep+1,
    0x1.310dc4p-1, -0x1.8f9fd11p+0, 0x1.4f23763p+0,
};
static const double d173[12] = {
    0x1.9b76721p+4, 0x1.ad32ccbp+4, 0x1.2c5bd54p+4, 0x1.53074d8p+3, 0x1.4648f78p+4, 0x1.ca74a2ap+4, 0x1.9ca7c52p+4,
    0x1.63cabd8p+4, 0x1.51a4c3cp+4, 0x1.b107988p+4, 0x1.dae9976p+4, 0x1.86ee9ap+4,
};
static const double d174[8] = {
    0x1.999999ap-4, 0x1.999999ap-4, 0x1.5ede767p+4, 0x1.062eebp-1, 0x1.a99999ap+0, 0x1.999999ap-4, 0x1.2a7406cp+11,
    0x1.132b54p+4,
};
static const double d175[80] = {
    -0x1.1c68e2ep+0, 0x1.115ed31p+1, -0x1.32e4006p-1, 0x1.2d9dcb7p-3, -0x1.a699a2dp-3, -0x1.22a8ec4p+1, 0x1.672402ap+1,
    0x1.75adb5fp+0, 0x1.844e882p-5, -0x1.10c7932p-2, 0x1.ad0a616p+0, 0x1.cca3acp+0, 0x1.fae1488p+1, -0x1.282d6c8p+1,
    -0x1.59b18d6p+1, 0x1.2a54b85p+1, 0x1.d7cb0ebp+1, 0x1.2e00d3fp-1, -0x1.7e816e4p+0, 0x1.f92822dp-1, -0x1.1e3fc27p+0,
    0x1.07b47c5p+1, -0x1.5b61da7p-1, 0x1.eab3281p-3, -0x1.fc827e3p-4, -0x1.242133ap+1, 0x1.5dd3bd9p+1, 0x1.58753e8p+0,
    0x1.249880ep-4, -0x1.544b11dp-3, 0x1.91e7c5p+0, 0x1.da4a8efp+0, 0x1.f5cfad3p+1, -0x1.253735bp+1, -0x1.4971e73p+1,
    0x1.2758fe2p+1, 0x1.ca18894p+1, 0x1.2afbb32p-1, -0x1.6c426b6p+0, 0x1.c4c3806p-1, -0x1.0ff2636p+0, 0x1.cc5ed22p+0,
    -0x1.1b0e742p-1, 0x1.ba55855p-2, -0x1.b81625cp-5, -0x1.cc5904p+0, 0x1.373fbd7p+1, 0x1.32471f4p+0, 0x1.e5758b5p-5,
    -0x1.98360ffp-4, 0x1.7e0d772p+0, 0x1.aa53d39p+0, 0x1.cf0b2b8p+1, -0x1.0e902dbp+1, -0x1.3521ddep+1, 0x1.1087ccp+1,
    0x1.7e0d3cbp+1, 0x1.13e29a1p-1, -0x1.69b8833p+0, 0x1.2d07f0dp+0, -0x1.d26fdb9p-1, 0x1.99b360bp+0, -0x1.e0ec905p-2,
    0x1.407b4bep-2, 0x1.02c6426p-4, -0x1.9dad6cdp+0, 0x1.0ae789ap+1, 0x1.9da570ap-1, 0x1.93943c3p-3, -0x1.bf8b136p-5,
    0x1.3652b4cp+0, 0x1.61adff8p+0, 0x1.8e3ea11p+1, -0x1.d166788p+0, -0x1.08112ebp+1, 0x1.d4c8c0dp+0, 0x1.1da7834p+1,
    0x1.da8dff7p-2, -0x1.3960bcdp+0, 0x1.095551dp+0,
};
static const double d176[12] = {
    0x1.99e0f1p+4, 0x1.ab9d4bap+4, 0x1.2ac6543p+4, 0x1.4fdc4b7p+3, 0x1.44b3767p+4, 0x1.c8df219p+4, 0x1.9b12442p+4,
    0x1.62353c8p+4, 0x1.500f42bp+4, 0x1.af72178p+4, 0x1.d954166p+4, 0x1.855919p+4,
};
static const double d177[8] = {
    0x1.0624dd3p-10, 0x1.0624dd3p-10, 0x1.5d48f56p+4, 0x1.a6fd948p-2, 0x1.9041893p+0, 0x1.0624dd3p-10, 0x1.2a70dbbp+11,
    0x1.1195d2fp+4,
};
static const double d178[80] = {
    -0x1.05e3f08p+0, 0x1.076b294p+1, -0x1.68e734fp-1, 0x1.f4e051p-3, -0x1.3b395dfp-2, -0x1.18de8d4p+1, 0x1.5e07af4p+1,
    0x1.61463d4p+0, 0x1.2e01af8p-3, -0x1.77fd393p-2, 0x1.97eed08p+0, 0x1.eac4137p+0, 0x1.0000003p+2, -0x1.2b2b4cp+1,
    -0x1.532cb7bp+1, 0x1.20a09b4p+1, 0x1.e91ae2fp+1, 0x1.310dc4p-1, -0x1.68df7c9p+0, 0x1.fe426aap-1, -0x1.05fc9dbp+0,
    0x1.0746f56p+1, -0x1.69c7e2ap-1, 0x1.f8bf021p-3, -0x1.3991224p-2, -0x1.18f5814p+1, 0x1.5de9c3dp+1, 0x1.60c3ae4p+0,
    0x1.2f08f4bp-3, -0x1.75fcc04p-2, 0x1.9779334p+0, 0x1.eb22c4bp+0, 0x1.0000009p+2, -0x1.2b2b4cp+1, -0x1.52eb377p+1,
    0x1.20a09b4p+1, 0x1.e8ebf4bp+1, 0x1.310dc4p-1, -0x1.68945b5p+0, 0x1.fd89119p-1, -0x1.063b133p+0, 0x1.06df459p+1,
    -0x1.68ba48ep-1, 0x1.043cc08p-2, -0x1.36e6aep-2, -0x1.17a5f3ap+1, 0x1.5d9a167p+1, 0x1.604e00ep+0, 0x1.2ed76f9p-3,
    -0x1.749adfdp-2, 0x1.97b86d8p+0, 0x1.eaf0613p+0, 0x1.0000003p+2, -0x1.2b2b4cp+1, -0x1.5317f8ep+1, 0x1.20a09b4p+1,
    0x1.e76af79p+1, 0x1.310dc4p-1, -0x1.69c6411p+0, 0x1.01c5534p+0, -0x1.0627dbp+0, 0x1.0754998p+1, -0x1.68b95b7p-1,
    0x1.003859ep-2, -0x1.303b5ccp-2, -0x1.1833195p+1, 0x1.5d8c0a7p+1, 0x1.5cef9dp+0, 0x1.38cc4eap-3, -0x1.72b7f1dp-2,
    0x1.96d3c23p+0, 0x1.ea2050cp+0, 0x1.000001dp+2, -0x1.2b2b4cp+1, -0x1.52fdf5fp+1, 0x1.20a09b4p+1, 0x1.e483bb1p+1,
    0x1.310dc4p-1, -0x1.69e553cp+0, 0x1.025ba08p+0,
};
static const double d179[12] = {
    0x1.3693031p-20, 0x1.221b75ap-20, 0x1.ffaee25p-21, 0x1.19dc4dbp-19, 0x1.253c1f9p-20, 0x1.9e1f076p-21, 0x1.3d94de9p-20,
    0x1.a02fcb1p-20, 0x1.f801401p-23, 0x1.35757cfp-20, 0x1.93c86e3p-20, 0x1.5cb32efp-20,
};
static const double d180[8] = {
    0x1.881e698p-48, 0x0p+0, 0x1.a852e08p-21, 0x1.f5a182p-26, 0x1.b55b8bdp-20, 0x1.18c32cep-134, 0x1.e342573p-21,
    0x1.0b5f4dcp-19,
};
static const double d181[80] = {
    -0x1.0d9faf1p+0, 0x1.0b4908bp+1, -0x1.596fb68p-1, 0x1.b702a11p-3, -0x1.1c4a617p-2, -0x1.1cbc6cep+1, 0x1.61e58fp+1,
    0x1.6901ef8p+0, 0x1.e04766p-4, -0x1.590e497p-2, 0x1.9faa8f9p+0, 0x1.e308541p+0, 0x1.000005bp+2, -0x1.2b2b4cp+1,
    -0x1.570a72bp+1, 0x1.247e7acp+1, 0x1.e53d051p+1, 0x1.310dc4p-1, -0x1.709b3c2p+0, 0x1.fe4203ep-1, -0x1.0f30272p+0,
    0x1.0901dabp+1, -0x1.676945p-1, 0x1.f45f9c1p-3, -0x1.01d8df1p-2, -0x1.1e30067p+1, 0x1.60024f8p+1, 0x1.60f1245p+0,
    0x1.00d0f7bp-3, -0x1.395dcebp-2, 0x1.985d4e7p+0, 0x1.e8f4bfp+0, 0x1.0000112p+2, -0x1.2b2b4cp+1, -0x1.52fe9bfp+1,
    0x1.247e7acp+1, 0x1.e24d46p+1, 0x1.310dc4p-1, -0x1.6be1c4p+0, 0x1.ee11549p-1, -0x1.11a5fe9p+0, 0x1.041887dp+1,
    -0x1.5b20c1ap-1, 0x1.47c8e6cp-2, -0x1.d58936ep-3, -0x1.105927p+1, 0x1.5bba36ap+1, 0x1.5c9d3c2p+0, 0x1.f62a4edp-4,
    -0x1.2692aeep-2, 0x1.9c669a6p+0, 0x1.e5a1fbp+0, 0x1.000005ep+2, -0x1.2b2b4cp+1, -0x1.54e4638p+1, 0x1.247e7acp+1,
    0x1.d319bb8p+1, 0x1.310dc4p-1, -0x1.75a3bdp+0, 0x1.169e45bp+0, -0x1.1114b04p+0, 0x1.080ec33p+1, -0x1.5ac8a7ep-1,
    0x1.2d27916p-2, -0x1.63feda5p-3, -0x1.1478202p+1, 0x1.5b65482p+1, 0x1.42349eep+0, 0x1.a8ede83p-3, -0x1.17527b7p-2,
    0x1.94306ap+0, 0x1.df19adep+0, 0x1.0000392p+2, -0x1.2b2b4cp+1, -0x1.53e7c97p+1, 0x1.247e7acp+1, 0x1.be025bep+1,
    0x1.310dc4p-1, -0x1.768700ep+0, 0x1.19b9ef5p+0,
};
static const double d182[80] = {
    -0x1.0dccd5cp+0, 0x1.0b3db25p+1, -0x1.5832ee5p-1, 0x1.b300e54p-3, -0x1.1a38e6dp-2, -0x1.1cac9edp+1, 0x1.61c40c7p+1,
    0x1.6917aefp+0, 0x1.d8a9a3dp-4, -0x1.56ed42fp-2, 0x1.9fb2535p+0, 0x1.e21a7f3p+0, 0x1.ff7cf9p+1, -0x1.2adeb5ap+1,
    -0x1.56ebb0ap+1, 0x1.246cb04p+1, 0x1.e487b66p+1, 0x1.30bfacp-1, -0x1.70af0c1p+0, 0x1.fdbf638p-1, -0x1.0f34371p+0,
    0x1.08b0ab3p+1, -0x1.65ef0dbp-1, 0x1.f13eed5p-3, -0x1.f9420dap-3, -0x1.1df7f1ap+1, 0x1.5f82d7ap+1, 0x1.604e307p+0,
    0x1.fa4af5cp-4, -0x1.3474e4cp-2, 0x1.97e3948p+0, 0x1.e78c0b8p+0, 0x1.fefa1efp+1, -0x1.2a9232fp+1, -0x1.52531fbp+1,
    0x1.2421d3fp+1, 0x1.e0c8666p+1, 0x1.3071a8p-1, -0x1.6b95147p+0, 0x1.ec2c084p-1, -0x1.101f4bbp+0, 0x1.01627e5p+1,
    -0x1.566706fp-1, 0x1.4bf9ee9p-2, -0x1.c135ea9p-3, -0x1.0c8689bp+1, 0x1.584c578p+1, 0x1.58aee24p+0, 0x1.e7c9cbap-4,
    -0x1.1be800cp-2, 0x1.98d38c7p+0, 0x1.dffa76ep+0, 0x1.fae7353p+1, -0x1.2830dc7p+1, -0x1.5170791p+1, 0x1.21cda19p+1,
    0x1.c7d24cbp+1, 0x1.2e04553p-1, -0x1.72c6f3ep+0, 0x1.169ca21p+0, -0x1.0bbc8bp+0, 0x1.018a42p+1, -0x1.50824eep-1,
    0x1.2cf3d3fp-2, -0x1.39d70e5p-3, -0x1.0c90f35p+1, 0x1.52bcc3ep+1, 0x1.34ac4bep+0, 0x1.a7a65edp-3, -0x1.0716e9p-2,
    0x1.89e840dp+0, 0x1.d210d17p+0, 0x1.f35aa9bp+1, -0x1.23c76a6p+1, -0x1.4b6e31cp+1, 0x1.1d7c8bp+1, 0x1.8a10332p+1,
    0x1.2984abcp-1, -0x1.6e686f1p+0, 0x1.160bdacp+0,
};
static const double d183[80] = {
    -0x1.0725be3p+0, 0x1.080c102p+1, -0x1.6663995p-1, 0x1.ead1eb7p-3, -0x1.363226bp-2, -0x1.197f743p+1, 0x1.5ea8963p+1,
    0x1.6288098p+0, 0x1.23f340ap-3, -0x1.72f6038p-2, 0x1.99309e5p+0, 0x1.e98245ap+0, 0x1.0000012p+2, -0x1.2b2b4cp+1,
    -0x1.53cd9a2p+1, 0x1.2141822p+1, 0x1.e879fc3p+1, 0x1.310dc4p-1, -0x1.6a214a7p+0, 0x1.fe4258cp-1, -0x1.08c16cdp+0,
    0x1.083d38ap+1, -0x1.6697eeep-1, 0x1.ecbb0ecp-3, -0x1.2bb9e52p-2, -0x1.1a6f917p+1, 0x1.5eedbb4p+1, 0x1.6236a87p+0,
    0x1.1cec654p-3, -0x1.67712c2p-2, 0x1.99065b2p+0, 0x1.e965f78p+0, 0x1.0000045p+2, -0x1.2b2b4cp+1, -0x1.53a4342p+1,
    0x1.21e74d8p+1, 0x1.e73dd7cp+1, 0x1.310dc4p-1, -0x1.6a7afc5p+0, 0x1.fb0557fp-1, -0x1.0c7bdf5p+0, 0x1.064aee7p+1,
    -0x1.58205a5p-1, 0x1.1b37bcap-2, -0x1.f71bb7dp-3, -0x1.15c3f51p+1, 0x1.5cb6becp+1, 0x1.5f1343cp+0, 0x1.f1d4e99p-4,
    -0x1.2ea5babp-2, 0x1.9d8ffcap+0, 0x1.e246d57p+0, 0x1.0000055p+2, -0x1.2b2b4cp+1, -0x1.5435654p+1, 0x1.240f378p+1,
    0x1.da21c19p+1, 0x1.310dc4p-1, -0x1.6f37f93p+0, 0x1.09e318ap+0, -0x1.0b77354p+0, 0x1.05be913p+1, -0x1.5399f06p-1,
    0x1.2e236ep-2, -0x1.c7c58f8p-3, -0x1.12d67e6p+1, 0x1.5cf41ep+1, 0x1.5ae02c3p+0, 0x1.df67a68p-4, -0x1.1a9ebb3p-2,
    0x1.9ea7661p+0, 0x1.e13ad4fp+0, 0x1.0000011p+2, -0x1.2b2b4cp+1, -0x1.55004c5p+1, 0x1.247a909p+1, 0x1.d323fc8p+1,
    0x1.310dc4p-1, -0x1.745b97ap+0, 0x1.0fec804p+0,
};
static const double d184[12] = {
    -0x1.be39a53p-13, -0x1.0a9ad05p-12, 0x1.162bfd5p-12, 0x1.96cc7fep-16, -0x1.01aaad5p-11, -0x1.40e767cp-13, -0x1.1335646p-12,
    0x1.36324ebp-11, -0x1.59c8b3ap-11, -0x1.8255525p-13, -0x1.4d1cb44p-15, 0x1.6a9f469p-17,
};
static const double d185[8] = {
    -0x1.11529cep-26, 0x0p+0, -0x1.2c3b8b6p-15, -0x1.f51510ep-16, 0x1.718a09bp-10, 0x1.0f5540dp-66, 0x1.2819eb2p-12,
    -0x1.626a481p-12,
};
static const double d186[80] = {
    -0x1.07c87bbp+0, 0x1.08613c6p+1, -0x1.65010bep-1, 0x1.e9e7691p-3, -0x1.3375569p-2, -0x1.19d7b2bp+1, 0x1.5f03a2cp+1,
    0x1.6282adbp+0, 0x1.1e21947p-3, -0x1.7141413p-2, 0x1.99de6f2p+0, 0x1.e8cce48p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.536cd29p+1,
    0x1.219791p+1, 0x1.e84527ap+1, 0x1.310dc4p-1, -0x1.6adc24p+0, 0x1.fe426ddp-1, -0x1.0a03b39p+0, 0x1.08ac24dp+1,
    -0x1.6539cf2p-1, 0x1.ef89fe2p-3, -0x1.245a949p-2, -0x1.1b2d52dp+1, 0x1.5f6cc1cp+1, 0x1.617860bp+0, 0x1.13c38abp-3,
    -0x1.617ee5ep-2, 0x1.99a6861p+0, 0x1.e895d37p+0, 0x1.0000001p+2, -0x1.2b2b4cp+1, -0x1.5299c7fp+1, 0x1.2282351p+1,
    0x1.e6a9df7p+1, 0x1.310dc4p-1, -0x1.6b6cd0ap+0, 0x1.fb71c8ep-1, -0x1.113bf04p+0, 0x1.059caedp+1, -0x1.5286f09p-1,
    0x1.37330a8p-2, -0x1.c0d863fp-3, -0x1.13feb93p+1, 0x1.5c206c2p+1, 0x1.5ae2fabp+0, 0x1.ce6312ap-4, -0x1.14b3bedp-2,
    0x1.9ee2bf8p+0, 0x1.df3b79bp+0, 0x1.0000001p+2, -0x1.2b2b4cp+1, -0x1.5142c08p+1, 0x1.258f4e2p+1, 0x1.d3a5b58p+1,
    0x1.310dc4p-1, -0x1.7233204p+0, 0x1.11dd9f2p+0, -0x1.185c041p+0, 0x1.05b6fadp+1, -0x1.4a77c39p-1, 0x1.56ee93cp-2,
    -0x1.1eaaa2fp-3, -0x1.11a997ap+1, 0x1.5954c53p+1, 0x1.3ab2535p+0, 0x1.607fa0fp-3, -0x1.e7f83ep-3, 0x1.93eade5p+0,
    0x1.da0671ep+0, 0x1.0000008p+2, -0x1.2b2b4cp+1, -0x1.512b5cp+1, 0x1.26273adp+1, 0x1.ad97406p+1, 0x1.310dc4p-1,
    -0x1.7a50ad1p+0, 0x1.2459fb3p+0,
};
static const double d187[12] = {
    -0x1.dd04043p-10, -0x1.b757c15p-9, 0x1.e1fbfebp-9, 0x1.fe90975p-10, -0x1.02b0dccp-8, 0x1.e121d17p-12, -0x1.63bb36bp-9,
    0x1.c0600d2p-8, -0x1.1273ebep-7, -0x1.c7ed1bp-12, 0x1.c3d2898p-12, -0x1.d8672a8p-13,
};
static const double d188[8] = {
    -0x1.dea36c4p-29, 0x0p+0, -0x1.0995a73p-10, -0x1.6294396p-15, 0x1.51ee7b4p-6, 0x1.59b8638p-70, 0x1.96cbc86p-10,
    -0x1.23f1454p-9,
};
static const double d189[12] = {
    0x1.b33bf88p-8, -0x1.a7dda22p-4, 0x1.f84f6afp-7, -0x1.accf0fep-7, -0x1.9e11e3cp-3, -0x1.dc75d2ep-5, 0x1.705361bp-8,
    0x1.542180dp-2, -0x1.b2fb4bbp-3, -0x1.87f5729p-4, 0x1.a0f841p-5, 0x1.aa84424p-5,
};
static const double d190[8] = {
    -0x1.9e3088p-27, 0x0p+0, -0x1.e0d0bb1p-6, -0x1.3318d18p-7, 0x1.71f9fe7p-3, 0x1.a3cbea2p-69, 0x1.3297031p+0, -0x1.285b2cfp-3,
};
static const double d191[80] = {
    -0x1.0aa5f83p+0, 0x1.09cc2d5p+1, -0x1.5f6324p-1, 0x1.ced030fp-3, -0x1.28313c9p-2, -0x1.1b3f918p+1, 0x1.6068b3bp+1,
    0x1.6608407p+0, 0x1.07f1644p-3, -0x1.64f5214p-2, 0x1.9cb0d8cp+0, 0x1.e6020abp+0, 0x1.000465bp+2, -0x1.2b2b4cp+1,
    -0x1.558db6ep+1, 0x1.23019f5p+1, 0x1.e6b9dffp+1, 0x1.310dc4p-1, -0x1.6da1863p+0, 0x1.fdf212dp-1, -0x1.0eb87dcp+0,
    0x1.0a344bap+1, -0x1.62460bdp-1, 0x1.e25657bp-3, -0x1.13c5eeep-2, -0x1.1d83304p+1, 0x1.61172cap+1, 0x1.628c361p+0,
    0x1.e99e808p-4, -0x1.531c7dep-2, 0x1.9ad585cp+0, 0x1.e652f99p+0, 0x1.000dbbap+2, -0x1.2b2b4cp+1, -0x1.53b2b32p+1,
    0x1.24b8bfep+1, 0x1.e42a855p+1, 0x1.310dc4p-1, -0x1.6e516cap+0, 0x1.f6536b3p-1, -0x1.12be9cap+0, 0x1.08a821bp+1,
    -0x1.4af537fp-1, 0x1.42045eep-2, -0x1.adfb81ap-3, -0x1.14d2cdfp+1, 0x1.5c754d6p+1, 0x1.557c41ep+0, 0x1.4eaedafp-4,
    -0x1.1819b91p-2, 0x1.9c4861ep+0, 0x1.da8d044p+0, 0x1.00219aap+2, -0x1.2b2b4cp+1, -0x1.504f58fp+1, 0x1.2b2aa54p+1,
    0x1.cfafab1p+1, 0x1.310dc4p-1, -0x1.75342bcp+0, 0x1.0d8cbd3p+0, -0x1.1dac1d4p+0, 0x1.07f76c4p+1, -0x1.3bd6c71p-1,
    0x1.706e33p-2, -0x1.98bbe1bp-4, -0x1.0f74a59p+1, 0x1.582e1bdp+1, 0x1.2c71672p+0, 0x1.17d7fa3p-3, -0x1.d33890dp-3,
    0x1.910ea4cp+0, 0x1.d2b7bd4p+0, 0x1.0098347p+2, -0x1.2b2b4cp+1, -0x1.4fd2be4p+1, 0x1.2eb2212p+1, 0x1.a9494c6p+1,
    0x1.310dc4p-1, -0x1.84d3682p+0, 0x1.24b9f9p+0,
};
static const double d192[80] = {
    -0x1.0a20131p+0, 0x1.094567p+1, -0x1.5ea9fa7p-1, 0x1.cdce125p-3, -0x1.278f147p-2, -0x1.1aafdbbp+1, 0x1.5fb594bp+1,
    0x1.655396ap+0, 0x1.0755458p-3, -0x1.6433d2fp-2, 0x1.9be02d1p+0, 0x1.e50694ap+0, 0x1.ff48531p+1, -0x1.2a921f5p+1,
    -0x1.54e02eap+1, 0x1.226df0dp+1, 0x1.e5bf5a6p+1, 0x1.307194p-1, -0x1.6ce8f17p+0, 0x1.fac75e3p-1, -0x1.0da14abp+0,
    0x1.0926d64p+1, -0x1.60d0d97p-1, 0x1.e005cbcp-3, -0x1.12b2fc6p-2, -0x1.1c6eac4p+1, 0x1.5fb2c5dp+1, 0x1.61369cep+0,
    0x1.e726667p-4, -0x1.520d03dp-2, 0x1.9939296p+0, 0x1.e45f247p+0, 0x1.fed2b46p+1, -0x1.29f9411p+1, -0x1.5262882p+1,
    0x1.238524ep+1, 0x1.e2374a7p+1, 0x1.2fd5b3fp-1, -0x1.6cdfb57p+0, 0x1.f2561bdp-1, -0x1.0d67214p+0, 0x1.0360e69p+1,
    -0x1.44e367fp-1, 0x1.38bca18p-2, -0x1.a9db21dp-3, -0x1.0feec36p+1, 0x1.5593223p+1, 0x1.4ec3d54p+0, 0x1.4bf739bp-4,
    -0x1.12b3769p-2, 0x1.943e9cdp+0, 0x1.d10cdf8p+0, 0x1.f7d58c4p+1, -0x1.253d437p+1, -0x1.49b648ep+1, 0x1.249346cp+1,
    0x1.c63795p+1, 0x1.2b01df6p-1, -0x1.6db475cp+0, 0x1.059abp+0, -0x1.0f09327p+0, 0x1.f634685p+0, -0x1.2cb4f91p-1,
    0x1.576ab54p-2, -0x1.93a037bp-4, -0x1.0309d97p+1, 0x1.47c19fap+1, 0x1.1f1aa67p+0, 0x1.089996dp-3, -0x1.ba9d4d4p-3,
    0x1.7e72d2p+0, 0x1.bc028a4p+0, 0x1.ecb88bbp+1, -0x1.1c90716p+1, -0x1.3f818f2p+1, 0x1.1e634eep+1, 0x1.92e9a7cp+1,
    0x1.22295e6p-1, -0x1.70d7903p+0, 0x1.115f948p+0,
};
static const double d193[80] = {
    -0x1.0a57725p+0, 0x1.09aba42p+1, -0x1.5fc6ba8p-1, 0x1.d59eab1p-3, -0x1.290c7ecp-2, -0x1.1b25b03p+1, 0x1.6057028p+1,
    0x1.650f067p+0, 0x1.085eefap-3, -0x1.67339c7p-2, 0x1.9c76eabp+0, 0x1.e627ef2p+0, 0x1.0000002p+2, -0x1.2b2b4cp+1,
    -0x1.54a4a9dp+1, 0x1.22e2db7p+1, 0x1.e703749p+1, 0x1.310dc4p-1, -0x1.6d9d61fp+0, 0x1.fe426bep-1, -0x1.0e2c7bfp+0,
    0x1.0a0f61ap+1, -0x1.629aa06p-1, 0x1.e7ebd91p-3, -0x1.15260eep-2, -0x1.1d53bep+1, 0x1.6101418p+1, 0x1.61a584ep+0,
    0x1.eadce36p-4, -0x1.55d16ddp-2, 0x1.9aa54b3p+0, 0x1.e677369p+0, 0x1.0000006p+2, -0x1.2b2b4cp+1, -0x1.52d0fadp+1,
    0x1.24855c2p+1, 0x1.e4a9e9ap+1, 0x1.310dc4p-1, -0x1.6e4cd2ap+0, 0x1.f85bb36p-1, -0x1.10ce98ap+0, 0x1.08e834ap+1,
    -0x1.4bf7d25p-1, 0x1.3699e82p-2, -0x1.bef734bp-3, -0x1.1657e03p+1, 0x1.5caf87fp+1, 0x1.560d1fep+0, 0x1.59c017fp-4,
    -0x1.1ebfa9fp-2, 0x1.9c30c96p+0, 0x1.da81646p+0, 0x1.000000ep+2, -0x1.2b2b4cp+1, -0x1.4f70badp+1, 0x1.2a3fac9p+1,
    0x1.d36af82p+1, 0x1.310dc4p-1, -0x1.731a8a8p+0, 0x1.0b8237cp+0, -0x1.11e42a4p+0, 0x1.08d6bd8p+1, -0x1.4a7807ep-1,
    0x1.3b2e634p-2, -0x1.a897a0ap-3, -0x1.15cf5f6p+1, 0x1.5c42dd1p+1, 0x1.51fb275p+0, 0x1.7015397p-4, -0x1.1a21dc1p-2,
    0x1.9b13ba4p+0, 0x1.d9ba615p+0, 0x1.0000014p+2, -0x1.2b2b4cp+1, -0x1.4f64627p+1, 0x1.2a95cp+1, 0x1.cfb1239p+1,
    0x1.310dc4p-1, -0x1.74aa26bp+0, 0x1.0dce2bcp+0,
};
static const double d194[80] = {
    -0x1.05c8869p+0, 0x1.075d519p+1, -0x1.691d20ep-1, 0x1.f5b8f2ep-3, -0x1.3ba5a07p-2, -0x1.18d0b1p+1, 0x1.5df9c0ep+1,
    0x1.612abc5p+0, 0x1.2eda8a8p-3, -0x1.78696bp-2, 0x1.97d3405p+0, 0x1.eadeb81p+0, 0x1.ffffea6p+1, -0x1.2b2afd9p+1,
    -0x1.531ecf4p+1, 0x1.2092bcfp+1, 0x1.e927f54p+1, 0x1.310d741p-1, -0x1.68c3f8bp+0, 0x1.fe3de3bp-1, -0x1.05fc623p+0,
    0x1.0762414p+1, -0x1.6941b44p-1, 0x1.f6b257bp-3, -0x1.3a9ff03p-2, -0x1.18ed628p+1, 0x1.5e021e6p+1, 0x1.60fdc5ap+0,
    0x1.2de552ep-3, -0x1.778499cp-2, 0x1.97bb114p+0, 0x1.eae2436p+0, 0x1.0000299p+2, -0x1.2b2aaf2p+1, -0x1.5306b63p+1,
    0x1.20a8662p+1, 0x1.e906b08p+1, 0x1.310d241p-1, -0x1.68cc65ap+0, 0x1.fddbd59p-1, -0x1.062dbdep+0, 0x1.074c4a2p+1,
    -0x1.68144efp-1, 0x1.fec3ea8p-3, -0x1.37935c8p-2, -0x1.187bdd7p+1, 0x1.5dc3f58p+1, 0x1.6053af7p+0, 0x1.2a03465p-3,
    -0x1.748e33p-2, 0x1.97ca455p+0, 0x1.ea478cp+0, 0x1.fffe1e1p+1, -0x1.2b283bcp+1, -0x1.52d8916p+1, 0x1.20f8871p+1,
    0x1.e7fc8b6p+1, 0x1.310aa45p-1, -0x1.6921942p+0, 0x1.ffae5b4p-1, -0x1.06b5959p+0, 0x1.073f697p+1, -0x1.674d42fp-1,
    0x1.01b01a9p-2, -0x1.31eaaf4p-2, -0x1.1832da3p+1, 0x1.5d87d4p+1, 0x1.5e40f24p+0, 0x1.2f9eb33p-3, -0x1.72356bfp-2,
    0x1.9734537p+0, 0x1.e9dbc11p+0, 0x1.00010e8p+2, -0x1.2b23a37p+1, -0x1.52cd222p+1, 0x1.2121431p+1, 0x1.e6098b6p+1,
    0x1.3105f4ep-1, -0x1.69e3fc9p+0, 0x1.00fbe69p+0,
};
static const double d195[80] = {
    -0x1.099a2a1p+0, 0x1.08be9f2p+1, -0x1.5df0d5ap-1, 0x1.cccc54p-3, -0x1.26ecf6ep-2, -0x1.1a2024bp+1, 0x1.5f0274ep+1,
    0x1.649ede9p+0, 0x1.06b92bdp-3, -0x1.6372a25p-2, 0x1.9b0f7e8p+0, 0x1.e40b207p+0, 0x1.fdfc81bp+1, -0x1.29f8f2ap+1,
    -0x1.543295cp+1, 0x1.21da40ep+1, 0x1.e4c4d89p+1, 0x1.2fd564p-1, -0x1.6c305c7p+0, 0x1.fbe7916p-1, -0x1.0c9cb5ap+0,
    0x1.0817a44p+1, -0x1.5f6d669p-1, 0x1.de7a9f4p-3, -0x1.1153a83p-2, -0x1.1b42ddfp+1, 0x1.5e497ecp+1, 0x1.5fb5a64p+0,
    0x1.e51400ep-4, -0x1.502e047p-2, 0x1.978f3e7p+0, 0x1.e26c664p+0, 0x1.fc04f3bp+1, -0x1.28c7d2fp+1, -0x1.50fb353p+1,
    0x1.2268925p+1, 0x1.e04516ap+1, 0x1.2e9e43dp-1, -0x1.6b6b54ep+0, 0x1.f240d1ap-1, -0x1.0803fe9p+0, 0x1.fc84eebp+0,
    -0x1.3d6b538p-1, 0x1.376e9cbp-2, -0x1.994f879p-3, -0x1.09b0364p+1, 0x1.4eaedd7p+1, 0x1.47c3d19p+0, 0x1.3d2c28ep-4,
    -0x1.0b94d3p-2, 0x1.8c2fc34p+0, 0x1.c7a67bep+0, 0x1.ec23aabp+1, -0x1.1f6a5d2p+1, -0x1.4308facp+1, 0x1.1f94afdp+1,
    0x1.bceb52dp+1, 0x1.2511a5ap-1, -0x1.66d2ffcp+0, 0x1.037fbdbp+0, -0x1.031f4bdp+0, 0x1.ddbc5bbp+0, -0x1.1c3b007p-1,
    0x1.51e8a55p-2, -0x1.4e639adp-4, -0x1.ea27f14p+0, 0x1.36f8b05p+1, 0x1.0cc4127p+0, 0x1.03e9b12p-3, -0x1.9d8995cp-3,
    0x1.6a443c1p+0, 0x1.a55a62fp+0, 0x1.d053b7cp+1, -0x1.0ea5281p+1, -0x1.2fb88b3p+1, 0x1.123571fp+1, 0x1.7d9d9a9p+1,
    0x1.13f7fe1p-1, -0x1.60fa3c9p+0, 0x1.0ac9951p+0,
};
static const double d196[80] = {
    -0x1.0aa5fa4p+0, 0x1.09cc2e2p+1, -0x1.5f63217p-1, 0x1.cecffd2p-3, -0x1.283136ep-2, -0x1.1b3f922p+1, 0x1.6068b42p+1,
    0x1.6608481p+0, 0x1.07f1618p-3, -0x1.64f5114p-2, 0x1.9cb0da4p+0, 0x1.e60209bp+0, 0x1.00628ddp+2, -0x1.2b2b4cp+1,
    -0x1.558dbfep+1, 0x1.2301a02p+1, 0x1.e6b9ddfp+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f923b5bp-1, -0x1.0d947d2p+0,
    0x1.0a23e7bp+1, -0x1.61c90dcp-1, 0x1.dd77ec9p-3, -0x1.162f8abp-2, -0x1.1cf4266p+1, 0x1.60f2c31p+1, 0x1.638ec3ep+0,
    0x1.f3f4377p-4, -0x1.5807772p-2, 0x1.9b38517p+0, 0x1.e6523e6p+0, 0x1.00d633dp+2, -0x1.2b2b4cp+1, -0x1.543da4bp+1,
    0x1.24385ebp+1, 0x1.e42a81dp+1, 0x1.310dc4p-1, -0x1.6e38334p+0, 0x1.f3c0013p-1, -0x1.119a24fp+0, 0x1.08b56fp+1,
    -0x1.534ff3ap-1, 0x1.169c5afp-2, -0x1.df8171ep-3, -0x1.186e59ep+1, 0x1.5d7359bp+1, 0x1.5b8818p+0, 0x1.ac94aeap-4,
    -0x1.3796074p-2, 0x1.9bfb76dp+0, 0x1.dc1ad74p+0, 0x1.01941bbp+2, -0x1.2b2b4cp+1, -0x1.5247e9ep+1, 0x1.2714c0ep+1,
    0x1.cfafa11p+1, 0x1.310dc4p-1, -0x1.726d5dap+0, 0x1.02eb589p+0, -0x1.15a41c6p+0, 0x1.0855954p+1, -0x1.4b5074p-1,
    0x1.2b3fb78p-2, -0x1.7ae2f79p-3, -0x1.15d44bep+1, 0x1.5b9cdb6p+1, 0x1.43a9653p+0, 0x1.f4890afp-4, -0x1.2377724p-2,
    0x1.968e092p+0, 0x1.d6e8f49p+0, 0x1.02fe916p+2, -0x1.2b2b4cp+1, -0x1.520ce61p+1, 0x1.27fcc8cp+1, 0x1.a9493bbp+1,
    0x1.310dc4p-1, -0x1.79bc6a8p+0, 0x1.0a9a5b6p+0,
};
static const double d197[12] = {
    0x1.67b7dd9p+1, 0x1.725a897p+1, 0x1.aefaa66p+0, 0x1.5dbf056p+0, 0x1.0c1983ap+1, 0x1.5f44fbep+1, 0x1.279904ap+1,
    0x1.b1cb776p+0, 0x1.764569bp+1, 0x1.3d10932p+1, 0x1.5f57f39p+1, 0x1.3b7ec7p+1,
};
static const double d198[8] = {
    0x1.7d1581bp-23, 0x0p+0, 0x1.f87142fp+0, 0x1.40df05ap-1, 0x1p-2, 0x1.70bf854p-66, 0x1.5b2cc1dp+4, 0x1.4c06ce9p+1,
};
static const double d199[80] = {
    -0x1.0af8465p+0, 0x1.09f5543p+1, -0x1.5ebe894p-1, 0x1.cc3d9c8p-3, -0x1.26e8069p-2, -0x1.1b68b83p+1, 0x1.6091da3p+1,
    0x1.665a942p+0, 0x1.055f00dp-3, -0x1.63abe0fp-2, 0x1.9d03266p+0, 0x1.e5afbdap+0, 0x1.0068bdfp+2, -0x1.2b2b4cp+1,
    -0x1.55b6e5ep+1, 0x1.232ac63p+1, 0x1.e690b7ep+1, 0x1.310dc4p-1, -0x1.6df3d27p+0, 0x1.f8d1699p-1, -0x1.0c4b40cp+0,
    0x1.08b19a2p+1, -0x1.6743451p-1, 0x1.f2ae422p-3, -0x1.153e062p-2, -0x1.1c7a7ep+1, 0x1.5f907d2p+1, 0x1.612d76ap+0,
    0x1.0cc4f66p-3, -0x1.4eec50dp-2, 0x1.9882132p+0, 0x1.e92944bp+0, 0x1.00e644ap+2, -0x1.2b2b4cp+1, -0x1.531af25p+1,
    0x1.235a08bp+1, 0x1.e495bcfp+1, 0x1.310dc4p-1, -0x1.6b4f47fp+0, 0x1.ee5b29ep-1, -0x1.0e6b378p+0, 0x1.059f2d2p+1,
    -0x1.5a09b56p-1, 0x1.432e99cp-2, -0x1.e6c02d4p-3, -0x1.102a071p+1, 0x1.5bfd3c6p+1, 0x1.5b1fe6ep+0, 0x1.e918e99p-4,
    -0x1.34b508ap-2, 0x1.9bf9ab3p+0, 0x1.e493a0dp+0, 0x1.00c7b1bp+2, -0x1.2b2b4cp+1, -0x1.539f30ep+1, 0x1.24fb054p+1,
    0x1.d5620f1p+1, 0x1.310dc4p-1, -0x1.7481272p+0, 0x1.13155e1p+0, -0x1.1424c94p+0, 0x1.079d23ep+1, -0x1.4fc11f5p-1,
    0x1.4ac8a43p-2, -0x1.28ff861p-3, -0x1.1044c51p+1, 0x1.591a1fep+1, 0x1.3324f4bp+0, 0x1.8f2ad63p-3, -0x1.10492f1p-2,
    0x1.909c164p+0, 0x1.dbc38b5p+0, 0x1.02f787cp+2, -0x1.2b2b4cp+1, -0x1.52e5fffp+1, 0x1.26e6d9ap+1, 0x1.b2ef69cp+1,
    0x1.310dc4p-1, -0x1.7d99355p+0, 0x1.21b6edcp+0,
};
static const double d200[80] = {
    -0x1.0aa9e1ep+0, 0x1.098a4e6p+1, -0x1.5d965cep-1, 0x1.c97f995p-3, -0x1.2567d95p-2, -0x1.1af4c32p+1, 0x1.5ffa7c1p+1,
    0x1.65dd65dp+0, 0x1.0306cfcp-3, -0x1.620c971p-2, 0x1.9c69fbdp+0, 0x1.e47cc5ep+0, 0x1.ffd3b01p+1, -0x1.2a921f5p+1,
    -0x1.552516ap+1, 0x1.22b2d84p+1, 0x1.e57a72ep+1, 0x1.307194p-1, -0x1.6d72c02p+0, 0x1.f794a64p-1, -0x1.0bbca26p+0,
    0x1.07b1256p+1, -0x1.6606832p-1, 0x1.f21c343p-3, -0x1.11247d7p-2, -0x1.1ba2c61p+1, 0x1.5e3ead3p+1, 0x1.5f84619p+0,
    0x1.0961eedp-3, -0x1.4a91756p-2, 0x1.96be2b4p+0, 0x1.e734bf9p+0, 0x1.ffe39a9p+1, -0x1.29f9411p+1, -0x1.519e6a5p+1,
    0x1.2266193p+1, 0x1.e249509p+1, 0x1.2fd5b3fp-1, -0x1.69f4eb8p+0, 0x1.eb297a1p-1, -0x1.09ae1eap+0, 0x1.ffe2b82p+0,
    -0x1.51ebc12p-1, 0x1.4e59f9cp-2, -0x1.c643dd1p-3, -0x1.0813ae7p+1, 0x1.5484ce3p+1, 0x1.52c3674p+0, 0x1.d716cd8p-4,
    -0x1.27a08f3p-2, 0x1.94968a1p+0, 0x1.daf2c0ap+0, 0x1.f7523d7p+1, -0x1.253d437p+1, -0x1.4d00548p+1, 0x1.1f59598p+1,
    0x1.c86b45dp+1, 0x1.2b01df6p-1, -0x1.6fcba68p+0, 0x1.1335efp+0, -0x1.06f9376p+0, 0x1.f85f73ap+0, -0x1.411ddf7p-1,
    0x1.3c50111p-2, -0x1.fb1a275p-4, -0x1.033b80bp+1, 0x1.4766b92p+1, 0x1.1bfcf58p+0, 0x1.bc1d4fbp-3, -0x1.fcb70dbp-3,
    0x1.7bb6388p+0, 0x1.c3060f3p+0, 0x1.ed7c3a1p+1, -0x1.1c90716p+1, -0x1.42868f8p+1, 0x1.1772722p+1, 0x1.955c869p+1,
    0x1.22295e6p-1, -0x1.6c693c8p+0, 0x1.186c97ep+0,
};
static const double d201[80] = {
    -0x1.05c8cb3p+0, 0x1.075d96ap+1, -0x1.691d7f9p-1, 0x1.f5b9744p-3, -0x1.3ba5f32p-2, -0x1.18d0faap+1, 0x1.5dfa1cap+1,
    0x1.612b193p+0, 0x1.2edada4p-3, -0x1.7869cd2p-2, 0x1.97d3ab3p+0, 0x1.eadf38dp+0, 0x1.0010625p+2, -0x1.2b2b4cp+1,
    -0x1.531f28ap+1, 0x1.209308ap+1, 0x1.e928756p+1, 0x1.308ab19p-1, -0x1.68c4573p+0, 0x1.fdbf5b9p-1, -0x1.060a547p+0,
    0x1.073cd2p+1, -0x1.69a092p-1, 0x1.f7c5bep-3, -0x1.3a9fce4p-2, -0x1.18f1bf3p+1, 0x1.5dd958p+1, 0x1.60e99p+0, 0x1.30e724p-3,
    -0x1.7763a84p-2, 0x1.979222p+0, 0x1.eb20c2p+0, 0x1.0020c4ap+2, -0x1.2b2b4cp+1, -0x1.52fe64p+1, 0x1.20b3cd3p+1,
    0x1.e907b0dp+1, 0x1.30079f2p-1, -0x1.6882cep+0, 0x1.fd3c492p-1, -0x1.060a547p+0, 0x1.06fb48dp+1, -0x1.689a6d2p-1,
    0x1.fff6e4fp-3, -0x1.36873adp-2, -0x1.182d239p+1, 0x1.5d56459p+1, 0x1.60667d9p+0, 0x1.30e724p-3, -0x1.7763a84p-2,
    0x1.9815347p+0, 0x1.ea9daf9p+0, 0x1.0020c4ap+2, -0x1.2b2b4cp+1, -0x1.52fe64p+1, 0x1.21b9f21p+1, 0x1.e8018bfp+1,
    0x1.2f017a4p-1, -0x1.6988f2ep+0, 0x1.00275bep+0, -0x1.06cef01p+0, 0x1.06da843p+1, -0x1.68175abp-1, 0x1.fdea9b3p-3,
    -0x1.2b43a55p-2, -0x1.17cad5cp+1, 0x1.5d3580fp+1, 0x1.5d1285cp+0, 0x1.476e4fp-3, -0x1.7244effp-2, 0x1.975098dp+0,
    0x1.e956018p+0, 0x1.009374cp+2, -0x1.2b2b4cp+1, -0x1.52dd9f6p+1, 0x1.23a5773p+1, 0x1.e61606dp+1, 0x1.28598aap-1,
    -0x1.6a4d8e8p+0, 0x1.02752edp+0,
};
static const double d202[80] = {
    -0x1.07d3aaap+0, 0x1.08411c9p+1, -0x1.6425461p-1, 0x1.e2c9e58p-3, -0x1.321d95fp-2, -0x1.19b008ep+1, 0x1.5ec7766p+1,
    0x1.631e93bp+0, 0x1.1c1e34ap-3, -0x1.6ed1e1ap-2, 0x1.99b927ap+0, 0x1.e813ab4p+0, 0x1.00624ddp+2, -0x1.2adeb5ap+1,
    -0x1.53ef49dp+1, 0x1.21701a7p+1, 0x1.e7844a1p+1, 0x1.2ba0f3bp-1, -0x1.6ab5dfbp+0, 0x1.f8a1155p-1, -0x1.0a1f7cap+0,
    0x1.06b5c85p+1, -0x1.68e8d21p-1, 0x1.f6c92ecp-3, -0x1.2791c7bp-2, -0x1.1aaf9a5p+1, 0x1.5d25fbap+1, 0x1.60344e7p+0,
    0x1.305059fp-3, -0x1.6436891p-2, 0x1.96c0e7dp+0, 0x1.ea2614dp+0, 0x1.00c4828p+2, -0x1.2a9232fp+1, -0x1.525095cp+1,
    0x1.226daffp+1, 0x1.e5bfce1p+1, 0x1.263586ep-1, -0x1.67c9a8fp+0, 0x1.f3012dap-1, -0x1.07fc75p+0, 0x1.020f939p+1,
    -0x1.51acc43p-1, 0x1.36a515dp-2, -0x1.cfd52efp-3, -0x1.10c52fep+1, 0x1.5543ef9p+1, 0x1.532e9cbp+0, 0x1.b8eaa3cp-4,
    -0x1.615a551p-2, 0x1.9382c61p+0, 0x1.dc10043p+0, 0x1.fffc69cp+1, -0x1.2830dc7p+1, -0x1.4d120b2p+1, 0x1.2a51403p+1,
    0x1.d7ac2eap+1, 0x1.f617eaap-2, -0x1.6f24e5dp+0, 0x1.06ce8cfp+0, -0x1.10c278ep+0, 0x1.fa04d29p+0, -0x1.3d7bdd4p-1,
    0x1.505c4d5p-2, -0x1.d28238cp-4, -0x1.0659697p+1, 0x1.4c5890cp+1, 0x1.27ff58ap+0, 0x1.b8d8278p-3, -0x1.2934aafp-2,
    0x1.80d5d79p+0, 0x1.c837014p+0, 0x1.009fa04p+2, -0x1.23c76a6p+1, -0x1.444a787p+1, 0x1.38f0a36p+1, 0x1.bd94a42p+1,
    0x1.5615c71p-2, -0x1.808102bp+0, 0x1.19c96ep+0,
};
static const double d203[80] = {
    -0x1.0d22579p+0, 0x1.0b0a5cdp+1, -0x1.5a6a66cp-1, 0x1.baed13p-3, -0x1.1e3fc18p-2, -0x1.1c7dc0dp+1, 0x1.61a6e2dp+1,
    0x1.6884a55p+0, 0x1.e81ced5p-4, -0x1.5b039cp-2, 0x1.9f2d37ap+0, 0x1.e385ac6p+0, 0x1.015378ap+2, -0x1.2b2b4cp+1,
    -0x1.5bcfc9p+1, 0x1.2943a9fp+1, 0x1.e077d43p+1, 0x1.310dc4p-1, -0x1.7a259a1p+0, 0x1.ec9fa1fp-1, -0x1.1738ceep+0,
    0x1.0c0c471p+1, -0x1.6190c32p-1, 0x1.eb4a2b7p-3, -0x1.d75623ep-3, -0x1.22198cp+1, 0x1.6357137p+1, 0x1.5fe2f36p+0,
    0x1.895258ap-4, -0x1.2ece85p-2, 0x1.9a93c7ap+0, 0x1.e44e27ap+0, 0x1.03854eap+2, -0x1.2b2b4cp+1, -0x1.53ab858p+1,
    0x1.30ca778p+1, 0x1.d53c41p+1, 0x1.310dc4p-1, -0x1.7d29699p+0, 0x1.cb30594p-1, -0x1.1e55315p+0, 0x1.0944a4dp+1,
    -0x1.0838d76p-1, 0x1.1848b52p-1, 0x1.4b0079p-7, -0x1.f617b8dp+0, 0x1.51f979dp+1, 0x1.2fb178ap+0, -0x1.a6fa8e2p-5,
    -0x1.68a74f2p-4, 0x1.a52382fp+0, 0x1.b7188e6p+0, 0x1.0858455p+2, -0x1.2b2b4cp+1, -0x1.4103a49p+1, 0x1.544f8ebp+1,
    0x1.6475c64p+1, 0x1.310dc4p-1, -0x1.a39ebb1p+0, 0x1.4a5c95dp+0, -0x1.5315883p+0, 0x1.0a21567p+1, -0x1.78020ffp-2,
    0x1.8974b1ep-1, 0x1.1f02eaep-1, -0x1.c50ccap+0, 0x1.3a0e8fbp+1, 0x1.6cddebp-2, 0x1.0883f3fp-2, 0x1.28bb5fcp-3,
    0x1.6f058e2p+0, 0x1.8a11a8p+0, 0x1.15c8f8ap+2, -0x1.2b2b4cp+1, -0x1.3de2db5p+1, 0x1.6a46634p+1, 0x1.c651012p-1,
    0x1.310dc4p-1, -0x1.0227ff1p+1, 0x1.da13246p+0,
};
static const double d204[80] = {
    -0x1.05e858p+0, 0x1.076d3a5p+1, -0x1.68dd7e1p-1, 0x1.f4ba656p-3, -0x1.3b265abp-2, -0x1.18e099bp+1, 0x1.5e09a99p+1,
    0x1.614a8e1p+0, 0x1.2ddbff6p-3, -0x1.77ea24cp-2, 0x1.97f311cp+0, 0x1.eabee6bp+0, 0x1.0010b62p+2, -0x1.2b2afd9p+1,
    -0x1.536ee9bp+1, 0x1.20e2d6fp+1, 0x1.e8d7db3p+1, 0x1.310d741p-1, -0x1.69642cbp+0, 0x1.fd602b1p-1, -0x1.06682fp+0,
    0x1.0779c09p+1, -0x1.6937ebdp-1, 0x1.f72011ep-3, -0x1.38a3b04p-2, -0x1.192789bp+1, 0x1.5e1ebe6p+1, 0x1.60dc93cp+0,
    0x1.2b81cb8p-3, -0x1.75b85aap-2, 0x1.97b83e2p+0, 0x1.eac858p+0, 0x1.002c6cp+2, -0x1.2b2aaf2p+1, -0x1.5306cb2p+1,
    0x1.214279ep+1, 0x1.e8482f9p+1, 0x1.310d241p-1, -0x1.698a3b4p+0, 0x1.fbb57ecp-1, -0x1.06bb888p+0, 0x1.0755a44p+1,
    -0x1.64b1706p-1, 0x1.0b9230bp-2, -0x1.2c16c7ap-2, -0x1.1723889p+1, 0x1.5d3ba75p+1, 0x1.5e6919fp+0, 0x1.1c26d84p-3,
    -0x1.6af514ap-2, 0x1.98435dap+0, 0x1.e87e1ebp+0, 0x1.0068579p+2, -0x1.2b283bcp+1, -0x1.5213645p+1, 0x1.230cc78p+1,
    0x1.e2896dap+1, 0x1.310aa45p-1, -0x1.6b816afp+0, 0x1.02fe9d4p+0, -0x1.098f97p+0, 0x1.07673e9p+1, -0x1.60830dap-1,
    0x1.17c3b1cp-2, -0x1.0d7902fp-2, -0x1.15d22p+1, 0x1.5be6002p+1, 0x1.52cad41p+0, 0x1.3f35776p-3, -0x1.5de8cc9p-2,
    0x1.9551ef3p+0, 0x1.e5f9c51p+0, 0x1.0117099p+2, -0x1.2b23a37p+1, -0x1.51e4eep+1, 0x1.242ba8ap+1, 0x1.d5e91e5p+1,
    0x1.3105f4ep-1, -0x1.707ecc6p+0, 0x1.0a6d1ebp+0,
};
static const double d205[80] = {
    -0x1.08e3e7dp+0, 0x1.0d900a9p+1, -0x1.53cd126p-1, 0x1.def9119p-3, -0x1.2e70157p-2, -0x1.1e83c0cp+1, 0x1.637ab51p+1,
    0x1.62d1e69p+0, 0x1.f132503p-4, -0x1.71fcd57p-2, 0x1.9acd97cp+0, 0x1.e3ee34bp+0, 0x1.033f61ep+2, -0x1.2b2b4cp+1,
    -0x1.597d27cp+1, 0x1.26f107cp+1, 0x1.e2ca764p+1, 0x1.310db4cp-1, -0x1.7580559p+0, 0x1.e4475eep-1, -0x1.09b0bd4p+0,
    0x1.0a4c261p+1, -0x1.6fbbd46p-1, 0x1.05191ffp-2, -0x1.155644fp-2, -0x1.2043d63p+1, 0x1.612fe3bp+1, 0x1.5560649p+0,
    0x1.11e1048p-3, -0x1.4c847fcp-2, 0x1.93c1471p+0, 0x1.ea444cfp+0, 0x1.0734a2ap+2, -0x1.2b2b4cp+1, -0x1.50df9e1p+1,
    0x1.26f107cp+1, 0x1.dc427ap+1, 0x1.310d961p-1, -0x1.6accdcbp+0, 0x1.c1ce949p-1, -0x1.0b9a578p+0, 0x1.04a6a26p+1,
    -0x1.4dca3b8p-1, 0x1.7823932p-2, -0x1.bf2ffa9p-3, -0x1.0850036p+1, 0x1.5bf21d4p+1, 0x1.4d909d3p+0, 0x1.c11efdcp-4,
    -0x1.29a2e6ep-2, 0x1.9b8385bp+0, 0x1.e85a513p+0, 0x1.03ef22dp+2, -0x1.2b2b4cp+1, -0x1.574b195p+1, 0x1.26f107cp+1,
    0x1.a8b418fp+1, 0x1.310d666p-1, -0x1.9218429p+0, 0x1.49530bfp+0, -0x1.09af3e5p+0, 0x1.103d1c5p+1, -0x1.50a549p-1,
    0x1.35a80d3p-2, -0x1.b6132f6p-4, -0x1.131701dp+1, 0x1.5c32ccap+1, 0x1.0a33a77p+0, 0x1.3341aadp-2, -0x1.0d0e129p-2,
    0x1.814f7c5p+0, 0x1.d5d77p+0, 0x1.1204d18p+2, -0x1.2b2b4cp+1, -0x1.52b5e0cp+1, 0x1.26f107cp+1, 0x1.49e1beap+1,
    0x1.310d1cfp-1, -0x1.968e8a5p+0, 0x1.57f94efp+0,
};
static const double d206[3] = {
    0x1.8d2be3bp-1, 0x1.d4766f1p-1, 0x1.f3be451p-1,
};
static const double d207[4] = {
    0x1.9fd89bcp-1, 0x1.c3fcab8p-1, 0x1.078b3a8p+0, 0x1.a9950d4p-1,
};
static const double d208[8] = {
    0x1.178b441p-47, 0x1.4484bffp-100, 0x1.6c4f619p-1, 0x1.ab6948bp-9, 0x1p-4, 0x1.4484bffp-100, 0x1.57f6b2p+6, 0x1.6954167p-1,
};
static const double d209[80] = {
    -0x1.05828f7p+0, 0x1.075e59fp+1, -0x1.690cceep-1, 0x1.f7e2509p-3, -0x1.3c36fbp-2, -0x1.18d2e39p+1, 0x1.5e0fed4p+1,
    0x1.60e65eap+0, 0x1.2e59cf1p-3, -0x1.79ab39ap-2, 0x1.97a5f2dp+0, 0x1.eaff404p+0, 0x1.ffff93cp+1, -0x1.2b29c3ep+1,
    -0x1.53a07c6p+1, 0x1.2114a0cp+1, 0x1.e8a2e23p+1, 0x1.310c343p-1, -0x1.69c8a38p+0, 0x1.fe2bba6p-1, -0x1.058be9ep+0,
    0x1.0748c29p+1, -0x1.69c7f9p-1, 0x1.f85c7a4p-3, -0x1.3b02622p-2, -0x1.18d4501p+1, 0x1.5df333ep+1, 0x1.608e05cp+0,
    0x1.2e40521p-3, -0x1.783e92bp-2, 0x1.9754c9bp+0, 0x1.eaf771ap+0, 0x1.0000cfdp+2, -0x1.2b283bcp+1, -0x1.5327fe5p+1,
    0x1.2180eep+1, 0x1.e7fc8b1p+1, 0x1.310aa45p-1, -0x1.69f2c2fp+0, 0x1.fc4173dp-1, -0x1.05af97p+0, 0x1.07994e3p+1,
    -0x1.65d432dp-1, 0x1.038872p-2, -0x1.36857e2p-2, -0x1.17acc6cp+1, 0x1.5d6beebp+1, 0x1.5fb2deep+0, 0x1.20a1a2p-3,
    -0x1.70caa3cp-2, 0x1.97ce427p+0, 0x1.ea42155p+0, 0x1.fff6966p+1, -0x1.2b1bfb1p+1, -0x1.524149fp+1, 0x1.231182ep+1,
    0x1.e2c9ef7p+1, 0x1.30fe25fp-1, -0x1.6b9c9eap+0, 0x1.02af06bp+0, -0x1.07a3b34p+0, 0x1.080b1aap+1, -0x1.6324a86p-1,
    0x1.037432ep-2, -0x1.2d29b6p-2, -0x1.1728345p+1, 0x1.5d088adp+1, 0x1.5b08064p+0, 0x1.30757eep-3, -0x1.65633f2p-2,
    0x1.95fa02bp+0, 0x1.e9f6b0fp+0, 0x1.0005489p+2, -0x1.2b05033p+1, -0x1.52082bap+1, 0x1.23dcfdfp+1, 0x1.d90b9d2p+1,
    0x1.30e6ba6p-1, -0x1.6f68557p+0, 0x1.08663a1p+0,
};
static const double d210[80] = {
    -0x1.0dcfa1dp+0, 0x1.0cbea2ap+1, -0x1.5f7819ep-1, 0x1.e191912p-3, -0x1.05691a6p-2, -0x1.1b3e9edp+1, 0x1.612b6a4p+1,
    0x1.61c48ebp+0, 0x1.f7b09b9p-4, -0x1.6a88fc9p-2, 0x1.a260effp+0, 0x1.e546a66p+0, 0x1.033f61ep+2, -0x1.2b2b4cp+1,
    -0x1.597d27cp+1, 0x1.26f107cp+1, 0x1.e2ca764p+1, 0x1.310db4cp-1, -0x1.7580559p+0, 0x1.e4475eep-1, -0x1.0f33798p+0,
    0x1.0aab173p+1, -0x1.734e094p-1, 0x1.0fc4d86p-2, -0x1.ab1b96p-3, -0x1.1c7c164p+1, 0x1.5efed92p+1, 0x1.59bf56dp+0,
    0x1.1363499p-3, -0x1.397b9eap-2, 0x1.983ab05p+0, 0x1.eb1a4e4p+0, 0x1.0734a2ap+2, -0x1.2b2b4cp+1, -0x1.50df9e1p+1,
    0x1.26f107cp+1, 0x1.dc427ap+1, 0x1.310d961p-1, -0x1.6accdcbp+0, 0x1.c1ce949p-1, -0x1.11e5612p+0, 0x1.03b538bp+1,
    -0x1.57e818fp-1, 0x1.640bc85p-2, -0x1.6fc2a8fp-3, -0x1.f9fcf89p+0, 0x1.5b6531p+1, 0x1.5404c3ep+0, 0x1.d8d7848p-4,
    -0x1.0b7a94ap-2, 0x1.9c15c4dp+0, 0x1.e8d6623p+0, 0x1.03ef22dp+2, -0x1.2b2b4cp+1, -0x1.574b195p+1, 0x1.26f107cp+1,
    0x1.a8b418fp+1, 0x1.310d666p-1, -0x1.9218429p+0, 0x1.49530bfp+0, -0x1.100568ap+0, 0x1.0e785cp+1, -0x1.5a5dfb2p-1,
    0x1.317a168p-2, -0x1.1725063p-4, -0x1.099574ep+1, 0x1.5ac9057p+1, 0x1.14fcda4p+0, 0x1.45338c1p-2, -0x1.dfa36acp-3,
    0x1.852b886p+0, 0x1.dbf9a64p+0, 0x1.1204d18p+2, -0x1.2b2b4cp+1, -0x1.52b5e0cp+1, 0x1.26f107cp+1, 0x1.49e1beap+1,
    0x1.310d1cfp-1, -0x1.968e8a5p+0, 0x1.57f94efp+0,
};
static const double d211[4] = {
    0x1.be87c65p-1, 0x1.62d44a5p-1, 0x1.cabd18ep-1, 0x1.1833d1p+0,
};
static const double d212[3] = {
    0x1.d2cf888p-1, 0x1.e393bfap-1, 0x1.9efd4fdp-1,
};
static const double d213[80] = {
    -0x1.0591637p+0, 0x1.0769595p+1, -0x1.6961c5ap-1, 0x1.f4e43fep-3, -0x1.3bb2c8dp-2, -0x1.18c6a1dp+1, 0x1.5decf61p+1,
    0x1.60dc94ap+0, 0x1.2e665fdp-3, -0x1.78e9b04p-2, 0x1.97e9792p+0, 0x1.eb11652p+0, 0x1.ffff93cp+1, -0x1.2b29c3ep+1,
    -0x1.53a07c6p+1, 0x1.2114a0cp+1, 0x1.e8a2e23p+1, 0x1.310c343p-1, -0x1.69c8a38p+0, 0x1.fe2bba6p-1, -0x1.058dc16p+0,
    0x1.0766388p+1, -0x1.69ed758p-1, 0x1.f6f39dep-3, -0x1.3a61092p-2, -0x1.18ebf07p+1, 0x1.5df2c83p+1, 0x1.60868ffp+0,
    0x1.2ce05fep-3, -0x1.7746fa1p-2, 0x1.97a9316p+0, 0x1.eb17f97p+0, 0x1.0000cfdp+2, -0x1.2b283bcp+1, -0x1.5327fe5p+1,
    0x1.2180eep+1, 0x1.e7fc8b1p+1, 0x1.310aa45p-1, -0x1.69f2c2fp+0, 0x1.fc4173dp-1, -0x1.059e612p+0, 0x1.070ec26p+1,
    -0x1.668606bp-1, 0x1.fd89088p-3, -0x1.35c955p-2, -0x1.17d7abp+1, 0x1.5d7de22p+1, 0x1.5f34a6fp+0, 0x1.24bac1ap-3,
    -0x1.6e3927cp-2, 0x1.97ae45ep+0, 0x1.e9c0e3cp+0, 0x1.fff6966p+1, -0x1.2b1bfb1p+1, -0x1.524149fp+1, 0x1.231182ep+1,
    0x1.e2c9ef7p+1, 0x1.30fe25fp-1, -0x1.6b9c9eap+0, 0x1.02af06bp+0, -0x1.0816e76p+0, 0x1.0730f4fp+1, -0x1.61f6494p-1,
    0x1.0564d97p-2, -0x1.27c30a3p-2, -0x1.15bc914p+1, 0x1.5cf63b6p+1, 0x1.5a3d1f3p+0, 0x1.37a7bcbp-3, -0x1.603dc53p-2,
    0x1.9582e49p+0, 0x1.e7b891dp+0, 0x1.0005489p+2, -0x1.2b05033p+1, -0x1.52082bap+1, 0x1.23dcfdfp+1, 0x1.d90b9d2p+1,
    0x1.30e6ba6p-1, -0x1.6f68557p+0, 0x1.08663a1p+0,
};
static const double d214[80] = {
    -0x1.0583e63p+0, 0x1.075fb3p+1, -0x1.690ea8ep-1, 0x1.f7e4e4ep-3, -0x1.3c389a1p-2, -0x1.18d4538p+1, 0x1.5e11b7dp+1,
    0x1.60e82d3p+0, 0x1.2e5b5ecp-3, -0x1.79ad286p-2, 0x1.97a809p+0, 0x1.eb01c3fp+0, 0x1.0001197p+2, -0x1.2b2b4cp+1,
    -0x1.53a238cp+1, 0x1.21161adp+1, 0x1.e8a5638p+1, 0x1.310dc4p-1, -0x1.69ca7c1p+0, 0x1.fe2e573p-1, -0x1.058c53fp+0,
    0x1.0743bfcp+1, -0x1.69f99efp-1, 0x1.f8a8d45p-3, -0x1.3b8133p-2, -0x1.18dcd76p+1, 0x1.5e05d76p+1, 0x1.608ef9bp+0,
    0x1.2ca00f5p-3, -0x1.788c0ebp-2, 0x1.978c60ep+0, 0x1.ead5f7fp+0, 0x1.00036efp+2, -0x1.2b2b4cp+1, -0x1.532b77cp+1,
    0x1.2183e3p+1, 0x1.e8018cdp+1, 0x1.310dc4p-1, -0x1.69f675ap+0, 0x1.fc46ad5p-1, -0x1.05c21fdp+0, 0x1.077bc61p+1,
    -0x1.665a487p-1, 0x1.03901a1p-2, -0x1.36e7c3ap-2, -0x1.17d1c96p+1, 0x1.5d5f443p+1, 0x1.5fc6055p+0, 0x1.1e896d5p-3,
    -0x1.71877fbp-2, 0x1.9886764p+0, 0x1.ea30cf4p+0, 0x1.000866bp+2, -0x1.2b2b4cp+1, -0x1.5252a14p+1, 0x1.23205c5p+1,
    0x1.e2e2d64p+1, 0x1.310dc4p-1, -0x1.6baf257p+0, 0x1.02bc189p+0, -0x1.073e74dp+0, 0x1.07c3301p+1, -0x1.64b9cbp-1,
    0x1.032592fp-2, -0x1.2ff3cd1p-2, -0x1.1823767p+1, 0x1.5c944cep+1, 0x1.5ab409fp+0, 0x1.3eba88p-3, -0x1.6bee1fap-2,
    0x1.97f73f6p+0, 0x1.e95ad3ap+0, 0x1.00260d2p+2, -0x1.2b2b4cp+1, -0x1.52337a9p+1, 0x1.24023b5p+1, 0x1.d9493e9p+1,
    0x1.310dc4p-1, -0x1.6f96f48p+0, 0x1.0887678p+0,
};
static const double d215[80] = {
    -0x1.062b191p+0, 0x1.078ebd8p+1, -0x1.6858e3fp-1, 0x1.f2a705bp-3, -0x1.3a1cbbdp-2, -0x1.1902218p+1, 0x1.5e2b438p+1,
    0x1.618d671p+0, 0x1.2bc86bbp-3, -0x1.76e095ep-2, 0x1.9835f91p+0, 0x1.ea7ceafp+0, 0x1.00213bdp+2, -0x1.2b2b4cp+1,
    -0x1.53504f8p+1, 0x1.20c42f8p+1, 0x1.e8f74e8p+1, 0x1.310dc4p-1, -0x1.6926a51p+0, 0x1.fd1889fp-1, -0x1.0642825p+0,
    0x1.076c2a1p+1, -0x1.6931cep-1, 0x1.f6675f4p-3, -0x1.3883fd6p-2, -0x1.1917f42p+1, 0x1.5e0ec1cp+1, 0x1.610e848p+0,
    0x1.2cc25bep-3, -0x1.74ef03cp-2, 0x1.97c437ep+0, 0x1.ead7d8fp+0, 0x1.003a133p+2, -0x1.2b2b4cp+1, -0x1.5310a22p+1,
    0x1.20c42f8p+1, 0x1.e8ca402p+1, 0x1.310dc4p-1, -0x1.68ded96p+0, 0x1.fc19ba3p-1, -0x1.064645ep+0, 0x1.06f681bp+1,
    -0x1.67fb367p-1, 0x1.023d0e8p-2, -0x1.357fa49p-2, -0x1.17e9d9bp+1, 0x1.5d8c323p+1, 0x1.606f354p+0, 0x1.2c7f4dfp-3,
    -0x1.719f99bp-2, 0x1.9811662p+0, 0x1.ea53c91p+0, 0x1.0038e13p+2, -0x1.2b2b4cp+1, -0x1.530defdp+1, 0x1.20c42f8p+1,
    0x1.e761cd7p+1, 0x1.310dc4p-1, -0x1.694fac2p+0, 0x1.00a5a65p+0, -0x1.06d10cbp+0, 0x1.06e48cfp+1, -0x1.6770382p-1,
    0x1.04e6e2bp-2, -0x1.2e05e0ep-2, -0x1.179afd6p+1, 0x1.5d56e72p+1, 0x1.5d5c379p+0, 0x1.3804ff3p-3, -0x1.6f72a4p-2,
    0x1.96e775dp+0, 0x1.ea07025p+0, 0x1.0085711p+2, -0x1.2b2b4cp+1, -0x1.531289dp+1, 0x1.20c42f8p+1, 0x1.e4bdf67p+1,
    0x1.310dc4p-1, -0x1.6a1f568p+0, 0x1.029e1d1p+0,
};
static const double d216[20] = {
    -0x1.06d52dcp+0, 0x1.06d465p+1, -0x1.6751c95p-1, 0x1.04eb018p-2, -0x1.2ed8401p-2, -0x1.179c9fbp+1, 0x1.5d56832p+1,
    0x1.5dc165fp+0, 0x1.357a1c8p-3, -0x1.6fb061ap-2, 0x1.96fa136p+0, 0x1.ea13193p+0, 0x1.007c65dp+2, -0x1.2b2b4cp+1,
    -0x1.5314ba8p+1, 0x1.20c42f8p+1, 0x1.e520444p+1, 0x1.310dc4p-1, -0x1.6a074dp+0, 0x1.026b6f7p+0,
};
static const double d217[12] = {
    -0x1.06abe32p+0, 0x1.0775f43p+1, -0x1.68821dep-1, 0x1.04c1cd3p-2, -0x1.26a088ap-2, -0x1.178c48cp+1, 0x1.5d5a6b1p+1,
    0x1.59cd963p+0, 0x1.4ee6f71p-3, -0x1.6d46f9bp-2, 0x1.963febap+0, 0x1.e99a34cp+0,
};
static const double d218[8] = {
    0x1.00d6d6bp+2, -0x1.2b2b4cp+1, -0x1.52fed3ep+1, 0x1.20c42f8p+1, 0x1.e1493ap+1, 0x1.310dc4p-1, -0x1.6af7abcp+0,
    0x1.046637cp+0,
};
static const double d219[80] = {
    -0x1.0815f2cp+0, 0x1.0883d39p+1, -0x1.6480ecbp-1, 0x1.e349929p-3, -0x1.326dd7dp-2, -0x1.19f72c2p+1, 0x1.5f2020dp+1,
    0x1.637804ep+0, 0x1.1c6b7aep-3, -0x1.6f318ap-2, 0x1.9a20731p+0, 0x1.e89024p+0, 0x1.00a32f4p+2, -0x1.2b2a87fp+1,
    -0x1.544533fp+1, 0x1.21b9351p+1, 0x1.e8004b4p+1, 0x1.2bee43cp-1, -0x1.6b113dep+0, 0x1.f922674p-1, -0x1.0aa4a1ep+0,
    0x1.073b782p+1, -0x1.699ebb6p-1, 0x1.f7c3372p-3, -0x1.282f9e6p-2, -0x1.1b3e217p+1, 0x1.5dd78cap+1, 0x1.60e7bfcp+0,
    0x1.30e5a1dp-3, -0x1.64f328cp-2, 0x1.97900a2p+0, 0x1.eb1e3ffp+0, 0x1.01465e2p+2, -0x1.2b29c3ep+1, -0x1.52fca6dp+1,
    0x1.2300254p+1, 0x1.e6b75d6p+1, 0x1.26cec6ep-1, -0x1.6880f3dp+0, 0x1.f40263fp-1, -0x1.0a9f21ep+0, 0x1.04a6bb4p+1,
    -0x1.5f5a1f4p-1, 0x1.24d1e51p-2, -0x1.fe68371p-3, -0x1.138a4bcp+1, 0x1.58b1b7ap+1, 0x1.5bc1d0ap+0, 0x1.30df487p-3,
    -0x1.64ebcbfp-2, 0x1.9ca6559p+0, 0x1.e5f593bp+0, 0x1.01411a2p+2, -0x1.2b23a37p+1, -0x1.52f5b24p+1, 0x1.2d3788cp+1,
    0x1.dc700c8p+1, 0x1.1c8b536p-1, -0x1.72b6f86p+0, 0x1.095810ap+0, -0x1.1242e06p+0, 0x1.03552d7p+1, -0x1.5a2e43dp-1,
    0x1.1a89728p-2, -0x1.1d11141p-3, -0x1.0fa8b2ep+1, 0x1.575ccc7p+1, 0x1.3a6d6afp+0, 0x1.090b8ecp-2, -0x1.31abb45p-2,
    0x1.94e8a04p+0, 0x1.d9163a9p+0, 0x1.05b202cp+2, -0x1.2b1827p+1, -0x1.51a0fa7p+1, 0x1.405ed3p+1, 0x1.c92ae62p+1,
    0x1.b3e4848p-2, -0x1.7a56ad9p+0, 0x1.2057be2p+0,
};
static const double d220[80] = {
    -0x1.099a2c4p+0, 0x1.08beap+1, -0x1.5df0d2fp-1, 0x1.cccc1e8p-3, -0x1.26ecf1p-2, -0x1.1a20256p+1, 0x1.5f02756p+1,
    0x1.649ee67p+0, 0x1.06b929p-3, -0x1.637291dp-2, 0x1.9b0f801p+0, 0x1.e40b1f7p+0, 0x1.0041893p+2, -0x1.29f8f2ap+1,
    -0x1.54329fp+1, 0x1.21da41bp+1, 0x1.e4c4d67p+1, 0x1.2597f36p-1, -0x1.6c305c9p+0, 0x1.f1fa7bep-1, -0x1.0da8ea8p+0,
    0x1.05202aap+1, -0x1.66c7eccp-1, 0x1.f3ea05dp-3, -0x1.11440ecp-2, -0x1.1b8e9c1p+1, 0x1.5b0baa2p+1, 0x1.5e13003p+0,
    0x1.2ea1e43p-3, -0x1.4d8bb61p-2, 0x1.944bdabp+0, 0x1.e73a2ebp+0, 0x1.0082cf5p+2, -0x1.28c7d2fp+1, -0x1.5046e61p+1,
    0x1.2340cecp+1, 0x1.e04513p+1, 0x1.1a2ddefp-1, -0x1.659cb64p+0, 0x1.e5bf1d3p-1, -0x1.0158d0ap+0, 0x1.f6079a5p+0,
    -0x1.2b54fdcp-1, 0x1.5a4b63ep-2, -0x1.43daf2ap-3, -0x1.06a492ep+1, 0x1.498222fp+1, 0x1.44877aep+0, 0x1.826f654p-5,
    -0x1.3185039p-2, 0x1.8d94337p+0, 0x1.c0ddcb4p+0, 0x1.f5551fep+1, -0x1.20744f4p+1, -0x1.441e728p+1, 0x1.2d098cdp+1,
    0x1.c0d728ep+1, 0x1.94e1fc5p-2, -0x1.6b6236ep+0, 0x1.05bbefcp+0, -0x1.025c0fp+0, 0x1.f2868cbp+0, -0x1.267c271p-1,
    0x1.5e56167p-2, -0x1.14fda2bp-3, -0x1.03cb772p+1, 0x1.46c4e5cp+1, 0x1.3aedcfdp+0, 0x1.19ea469p-4, -0x1.257a195p-2,
    0x1.88a6a3cp+0, 0x1.bb9fcb1p+0, 0x1.f41e7d9p+1, -0x1.1eba7b7p+1, -0x1.4169d43p+1, 0x1.2f10bddp+1, 0x1.ba53602p+1,
    0x1.73d37c6p-2, -0x1.6dccec2p+0, 0x1.08c3b35p+0,
};
static const double d221[80] = {
    -0x1.0d2257cp+0, 0x1.0b0a5dp+1, -0x1.5a6a65bp-1, 0x1.baed21p-3, -0x1.1e3fbfbp-2, -0x1.1c7dc11p+1, 0x1.61a6e33p+1,
    0x1.6884a31p+0, 0x1.e81cde7p-4, -0x1.5b039ebp-2, 0x1.9f2d381p+0, 0x1.e385abbp+0, 0x1.00306d5p+2, -0x1.2b2b4cp+1,
    -0x1.5c2af1bp+1, 0x1.299edb4p+1, 0x1.e01ca44p+1, 0x1.310dc4p-1, -0x1.7adbfe4p+0, 0x1.faec653p-1, -0x1.1738ce5p+0,
    0x1.0c0c473p+1, -0x1.6190c26p-1, 0x1.eb4a355p-3, -0x1.d7561ep-3, -0x1.22198c3p+1, 0x1.635713dp+1, 0x1.5fe2f0dp+0,
    0x1.895243cp-4, -0x1.2ece86cp-2, 0x1.9a93c7ep+0, 0x1.e44e27p+0, 0x1.008b4cfp+2, -0x1.2b2b4cp+1, -0x1.53cc2cp+1,
    0x1.315bbecp+1, 0x1.d4905a8p+1, 0x1.310dc4p-1, -0x1.7df5785p+0, 0x1.d88cefbp-1, -0x1.1e552fbp+0, 0x1.0944a5p+1,
    -0x1.0838d58p-1, 0x1.1848af6p-1, 0x1.4b01056p-7, -0x1.f617b77p+0, 0x1.51f97a3p+1, 0x1.2fb175dp+0, -0x1.a6fad59p-5,
    -0x1.68a73e2p-4, 0x1.a52382ep+0, 0x1.b7188d6p+0, 0x1.014a802p+2, -0x1.2b2b4cp+1, -0x1.40ec45p+1, 0x1.5506e9dp+1,
    0x1.63b4eabp+1, 0x1.310dc4p-1, -0x1.a40e69cp+0, 0x1.503ddfp+0, -0x1.531586cp+0, 0x1.0a21569p+1, -0x1.78020ccp-2,
    0x1.8974a8p-1, 0x1.1f02ec5p-1, -0x1.c50cc7fp+0, 0x1.3a0e902p+1, 0x1.6cdde26p-2, 0x1.0883ea8p-2, 0x1.28bb6b3p-3,
    0x1.6f058dfp+0, 0x1.8a11a73p+0, 0x1.0388bf4p+2, -0x1.2b2b4cp+1, -0x1.3dd4e09p+1, 0x1.6ad4089p+1, 0x1.cc46cfbp-1,
    0x1.310dc4p-1, -0x1.020a99ep+1, 0x1.dea9322p+0,
};
static const double d222[80] = {
    -0x1.0c1bf0cp+0, 0x1.09ac089p+1, -0x1.56bfd16p-1, 0x1.b25a3a8p-3, -0x1.198b217p-2, -0x1.1b028fp+1, 0x1.5fb94a8p+1,
    0x1.66e7128p+0, 0x1.d988f6fp-4, -0x1.55ea7d7p-2, 0x1.9d353e3p+0, 0x1.dfaf147p+0, 0x1.f9cb48ap+1, -0x1.2758884p+1,
    -0x1.56d7211p+1, 0x1.24f068ap+1, 0x1.dadaa6dp+1, 0x1.2d27bfbp-1, -0x1.7443038p+0, 0x1.f4c3aabp-1, -0x1.13509c2p+0,
    0x1.0818acp+1, -0x1.5a639e1p-1, 0x1.dd1358fp-3, -0x1.cb95948p-3, -0x1.1dbab23p+1, 0x1.5dfb434p+1, 0x1.5b15a69p+0,
    0x1.7911d94p-4, -0x1.27c3c0dp-2, 0x1.94c7313p+0, 0x1.dbd5a3cp+0, 0x1.f486334p+1, -0x1.240251bp+1, -0x1.4db9e3ap+1,
    0x1.267975p+1, 0x1.ce4239dp+1, 0x1.29c0bbcp-1, -0x1.71ff29cp+0, 0x1.d995b2cp-1, -0x1.03bc3e1p+0, 0x1.e877c21p+0,
    -0x1.0b4fa66p-1, 0x1.83b1b9p-2, -0x1.3a95185p-4, -0x1.ee4ee0ap+0, 0x1.3b777e9p+1, 0x1.27525c9p+0, -0x1.fbbe1d4p-10,
    -0x1.2315f4cp-3, 0x1.7e88529p+0, 0x1.9dce1a8p+0, 0x1.c973acap+1, -0x1.0a6e87bp+1, -0x1.26806bcp+1, 0x1.1ef2ad2p+1,
    0x1.6db6127p+1, 0x1.0fac264p-1, -0x1.61fb856p+0, 0x1.0990f26p+0, -0x1.020e653p+0, 0x1.df82d19p+0, -0x1.01f0d6ap-1,
    0x1.89e0de9p-2, -0x1.605b85ep-5, -0x1.e261184p+0, 0x1.345e304p+1, 0x1.157c669p+0, 0x1.07bd98p-6, -0x1.01cbe43p-3,
    0x1.745ae05p+0, 0x1.93be34bp+0, 0x1.c0b29bbp+1, -0x1.0532769p+1, -0x1.209150cp+1, 0x1.1a7688ep+1, 0x1.59f3ad9p+1,
    0x1.0a55b94p-1, -0x1.60232b1p+0, 0x1.0bec8bp+0,
};
static const double d223[80] = {
    -0x1.47ade93p-6, 0x1.47adf1p-6, 0x1.47adf9bp-6, -0x1.47ad8d2p-6, 0x1.47adf6dp-6, -0x1.47adf89p-6, 0x1.47ae01ap-6,
    0x1.47ad75p-6, -0x1.47ae0d5p-6, 0x1.47adc0ep-6, 0x1.47adf51p-6, -0x1.47ae004p-6, 0x1.b06cb7bp-11, -0x0p+0, -0x1.47ac9dap-6,
    0x1.47adf3p-6, -0x1.47adbe9p-6, -0x1.9d63f87p-53, -0x1.47ae125p-6, -0x1.dca01e2p-10, -0x1.504cb94p-6, 0x1.4966bcdp-6,
    0x1.449feb2p-6, -0x1.428309ep-6, 0x1.527c404p-6, -0x1.5143d9dp-6, 0x1.4a90a6ep-6, 0x1.404d301p-6, -0x1.4cbe191p-6,
    0x1.511f79ap-6, 0x1.43bfcabp-6, -0x1.4702ae9p-6, 0x1.c097c29p-11, -0x0p+0, -0x1.41b7a7bp-6, 0x1.4d2fb39p-6, -0x1.4fe5aa5p-6,
    -0x1.ad35d0ap-53, -0x1.48c86bdp-6, -0x1.1f3ccbap-9, -0x1.56039p-6, 0x1.44d2a6fp-6, 0x1.6c1b81p-6, -0x1.f8999a7p-7,
    0x1.89800ccp-6, -0x1.0aa971dp-6, 0x1.2becbbdp-6, 0x1.1597e17p-6, -0x1.6e57947p-6, 0x1.8028706p-6, 0x1.4d9c0c2p-6,
    -0x1.6ebcd08p-6, 0x1.e33acdap-11, -0x0p+0, -0x1.33ca87cp-6, 0x1.6816685p-6, -0x1.a601ecep-6, -0x1.f34d07bp-53,
    -0x1.57fd9b5p-6, 0x1.8a3c5b3p-13, -0x1.8812b9ep-6, 0x1.48a118ap-6, 0x1.9098461p-6, -0x1.8d504d7p-7, 0x1.083342cp-5,
    -0x1.b9c31ep-7, 0x1.fa64b8dp-7, 0x1.22b36ap-8, -0x1.204b6ddp-6, 0x1.b9a0275p-6, 0x1.1a3e273p-6, -0x1.9b07fb1p-6,
    0x1.3435a0ep-10, -0x0p+0, -0x1.311dd6p-6, 0x1.7ba7059p-6, -0x1.42300dcp-5, -0x1.30e8e86p-52, -0x1.832702p-6, 0x1.0e7e29ap-8,
};
static const double d224[80] = {
    -0x1.0741137p+0, 0x1.084a4e3p+1, -0x1.640e9e1p-1, 0x1.f35b929p-3, -0x1.3297b98p-2, -0x1.1a069f5p+1, 0x1.5fd4bcfp+1,
    0x1.616179bp+0, 0x1.bb1f3c7p-4, -0x1.75dcc44p-2, 0x1.99f304dp+0, 0x1.e76eff1p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.530bdd3p+1,
    0x1.21093c6p+1, 0x1.e90e6e7p+1, 0x1.310dc4p-1, -0x1.7ad68f8p+0, 0x1.fe426ep-1, -0x1.092f519p+0, 0x1.0871229p+1,
    -0x1.699d326p-1, 0x1.fde8739p-3, -0x1.19b035cp-2, -0x1.1bccd59p+1, 0x1.607469p+1, 0x1.5bc2d77p+0, 0x1.566c1d9p-4,
    -0x1.5fc2bd8p-2, 0x1.9693014p+0, 0x1.e882fc2p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.507aa7ep+1, 0x1.21911bep+1, 0x1.e88686fp+1,
    0x1.310dc4p-1, -0x1.79b205dp+0, 0x1.fdb2423p-1, -0x1.0a7f3f6p+0, 0x1.0e19219p+1, -0x1.1eba88p-1, 0x1.9cb9bfdp-2,
    -0x1.cbee7a8p-5, -0x1.ca68937p+0, 0x1.55185cdp+1, 0x1.45aecaap+0, -0x1.0df2889p-3, -0x1.900a56cp-4, 0x1.9956b58p+0,
    0x1.d085459p+0, 0x1p+2, -0x1.2b2b4cp+1, -0x1.3cd5104p+1, 0x1.244991p+1, 0x1.dbfba68p+1, 0x1.310dc4p-1, -0x1.09c5232p+1,
    0x1.279a0edp+0, -0x1.4dd14ebp+0, 0x1.1b12cedp+1, -0x1.9d4a09fp-2, 0x1.ed1cd73p-2, 0x1.14bc819p-1, -0x1.760b0c7p+0,
    0x1.4630a6cp+1, 0x1.fbfe6d9p-2, 0x1.7cce79fp-4, 0x1.f595b6fp-3, 0x1.303e583p+0, 0x1.948b5f6p+0, 0x1.0000003p+2,
    -0x1.2b2b4cp+1, -0x1.0328325p+1, 0x1.25eb95ep+1, 0x1.99a0453p+1, 0x1.310dc4p-1, -0x1.42cf7d6p+1, 0x1.b585d8ap+0,
};
static const double d225[12] = {
    0x1.071992cp-8, -0x1.15bd1a8p-5, 0x1.bb4dd81p-7, 0x1.9ded493p-7, -0x1.0c53bc6p-5, -0x1.9a5b02ap-9, -0x1.d73a0b4p-9,
    0x1.cc46345p-5, -0x1.b6997bbp-5, -0x1.82c4337p-7, 0x1.5bf0f26p-7, 0x1.fd30ba2p-7,
};
static const double d226[8] = {
    0x1.7b3c9ebp-36, 0x0p+0, -0x1.39562dap-7, -0x1.815aea3p-12, 0x1.27079b3p-5, 0x1.833fea1p-73, -0x1.4203ecdp-4,
    -0x1.5c676a6p-5,
};
static const double d227[80] = {
    -0x1.06edefbp+0, 0x1.07f2b68p+1, -0x1.636e35bp-1, 0x1.f28f38p-3, -0x1.31ed8bap-2, -0x1.19aa73ap+1, 0x1.5f63a7dp+1,
    0x1.60e6a87p+0, 0x1.b68e52p-4, -0x1.7542223p-2, 0x1.996facep+0, 0x1.e6ab40dp+0, 0x1.ffa0c44p+1, -0x1.2af3a69p+1,
    -0x1.52ccfap+1, 0x1.20d5728p+1, 0x1.e8b2b27p+1, 0x1.30d5065p-1, -0x1.7acd69dp+0, 0x1.fde3852p-1, -0x1.0802e9cp+0,
    0x1.075aac9p+1, -0x1.680a74cp-1, 0x1.fb85163p-3, -0x1.19b9f35p-2, -0x1.1a90a8ep+1, 0x1.5efa505p+1, 0x1.5a93fc5p+0,
    0x1.5c0cc72p-4, -0x1.5f49deep-2, 0x1.9508048p+0, 0x1.e69285bp+0, 0x1.fed4bb4p+1, -0x1.2a7c6e1p+1, -0x1.4fcbd91p+1,
    0x1.20dc9ep+1, 0x1.e770311p+1, 0x1.305b758p-1, -0x1.78124f1p+0, 0x1.fc8d433p-1, -0x1.e9087cp-1, 0x1.02f4691p+1,
    -0x1.1f1ff97p-1, 0x1.58ff54fp-2, -0x1.c18cd7fp-4, -0x1.c8b536p+0, 0x1.493ad97p+1, 0x1.3dfa2dep+0, -0x1.4438f62p-4,
    -0x1.3983ed3p-3, 0x1.8933a24p+0, 0x1.bf953f3p+0, 0x1.f01d9a5p+1, -0x1.21e33dcp+1, -0x1.393e114p+1, 0x1.1a1c46p+1,
    0x1.d02dbacp+1, 0x1.2796f91p-1, -0x1.e8ff51p+0, 0x1.11cff7dp+0, -0x1.cb54f27p-1, 0x1.fc7a61dp+0, -0x1.fa1e1a5p-2,
    0x1.7eaff4bp-2, -0x1.f775739p-7, -0x1.8fc83fbp+0, 0x1.43f678ep+1, 0x1.2301729p+0, -0x1.3bfca5ep-3, -0x1.494fbccp-5,
    0x1.783ad42p+0, 0x1.ac953f9p+0, 0x1.e23ca2fp+1, -0x1.19c730dp+1, -0x1.2860f9cp+1, 0x1.128936bp+1, 0x1.ba3dc7ap+1,
    0x1.1f52163p-1, -0x1.28ba56ep+1, 0x1.22f9dbap+0,
};
static const double d228[12] = {
    -0x1.d02f245p-10, -0x1.1883d32p-11, 0x1.02c196cp-10, 0x1.36924ap-10, -0x1.29ac4efp-9, -0x1.6a86a04p-9, 0x1.d483899p-12,
    0x1.1d2ad55p-8, -0x1.bbe0a6ap-9, -0x1.f6b1f91p-11, 0x1.75c2679p-10, 0x1.cb92c93p-10,
};
static const double d229[8] = {
    0x1.a47cap-9, -0x1.eb64abap-10, -0x1.3238042p-9, 0x1.d8a22ccp-10, 0x1.4c51866p-8, 0x1.f50f15dp-12, -0x1.acb95e2p-9,
    -0x1.1b02ad7p-9,
};
static const double d230[80] = {
    -0x1.042376dp-10, 0x1.3d573d7p-10, 0x1.a3cb53fp-10, -0x1.4cb7893p-12, 0x1.7bd31aap-10, -0x1.9337b64p-10, 0x1.2abfd0ep-9,
    0x1.1a6a189p-12, -0x1.889156p-8, 0x1.0d6cae1p-11, 0x1.6681ba6p-10, -0x1.166d937p-9, 0x1.7a58cacp-34, -0x0p+0,
    -0x1.e094168p-14, 0x1.508ea7fp-10, -0x1.0624dd3p-11, -0x1.5ac6efap-76, -0x1.46da8d5p-6, -0x1.b7cdfdfp-33, -0x1.ee43f67p-10,
    0x1.2d780d8p-9, 0x1.8ec9e47p-9, -0x1.3c0f2bp-11, 0x1.68d8658p-9, -0x1.7f0f67ap-9, 0x1.1bceee9p-8, 0x1.0c3895dp-11,
    -0x1.74efe04p-7, 0x1.fff6a1dp-11, 0x1.5490984p-9, -0x1.0880009p-8, 0x1.6773691p-33, -0x0p+0, -0x1.c812b3ep-13,
    0x1.3fbab92p-9, -0x1.f2169f6p-11, -0x1.4975304p-75, -0x1.368137ap-5, -0x1.b171112p-27, -0x1.a78816cp-8, 0x1.026b1cap-7,
    0x1.55d6c66p-7, -0x1.0e7bf6bp-9, 0x1.3559e86p-7, -0x1.47e5b26p-7, 0x1.e66a4c2p-7, 0x1.cbd27fdp-10, -0x1.3fa1153p-5,
    0x1.b716bcdp-9, 0x1.23e98fdp-7, -0x1.c55efd8p-7, 0x1.340fde9p-31, -0x0p+0, -0x1.84eee7dp-11, 0x1.12023cep-7,
    -0x1.ab5e9c9p-9, -0x1.1a6ad42p-73, -0x1.0a2d439p-3, 0x1.2d135dfp-17, -0x1.2e2a576p-7, 0x1.707ef7bp-7, 0x1.e747a7ep-7,
    -0x1.81b5923p-9, 0x1.b9821dfp-7, -0x1.d35c42bp-7, 0x1.5a83887p-6, 0x1.4314c14p-9, -0x1.c75940cp-5, 0x1.3985ce5p-8,
    0x1.9f6c9dp-7, -0x1.433bc7ep-6, 0x1.b8be727p-31, -0x0p+0, -0x1.0e51417p-10, 0x1.867eadep-7, -0x1.32eefebp-8,
    -0x1.92de178p-73, -0x1.7b4d6bdp-3, 0x1.86bdaccp-15,
};
static const double d231[12] = {
    0x1.4c48a72p-14, -0x1.9d7fc07p-14, -0x1.09b9492p-13, 0x1.b82232cp-16, -0x1.eb352fbp-14, 0x1.01c3f91p-13, -0x1.7e05232p-13,
    -0x1.36b5328p-16, 0x1.f17f877p-12, -0x1.5afe92bp-15, -0x1.c7de4f7p-14, 0x1.64edecep-13,
};
static const double d232[8] = {
    -0x1.df67956p-38, 0x0p+0, 0x1.240569cp-17, -0x1.ad891cdp-14, 0x1.68e871dp-15, 0x1.be4d5a2p-80, 0x1.9ed0398p-10,
    -0x1.f94cdacp-19,
};
static const double d233[80] = {
    -0x1.0aa5fa5p+0, 0x1.09cc2e3p+1, -0x1.5f63216p-1, 0x1.cecffbap-3, -0x1.283136cp-2, -0x1.1b3f923p+1, 0x1.6068b43p+1,
    0x1.6608485p+0, 0x1.07f1617p-3, -0x1.64f510cp-2, 0x1.9cb0da5p+0, 0x1.e60209bp+0, 0x1.0109de7p+2, -0x1.2b2b4cp+1,
    -0x1.558dc02p+1, 0x1.2301a03p+1, 0x1.e6b9ddep+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f4f34d7p-1, -0x1.0be92a5p+0,
    0x1.08db319p+1, -0x1.64e1bcdp-1, 0x1.e7aae78p-3, -0x1.1435e23p-2, -0x1.1c934c9p+1, 0x1.5f99a31p+1, 0x1.627e322p+0,
    0x1.0fc3411p-3, -0x1.5477228p-2, 0x1.99cc058p+0, 0x1.e8598fdp+0, 0x1.02169dep+2, -0x1.2b2b4cp+1, -0x1.53ba77cp+1,
    0x1.230c649p+1, 0x1.e42a81bp+1, 0x1.310dc4p-1, -0x1.6bb1313p+0, 0x1.ed8ba91p-1, -0x1.0d61f2ap+0, 0x1.05e1eccp+1,
    -0x1.5c60884p-1, 0x1.2359425p-2, -0x1.00217a4p-2, -0x1.1507af5p+1, 0x1.5a568fep+1, 0x1.5b6957ep+0, 0x1.1299c41p-3,
    -0x1.311855cp-2, 0x1.987ee76p+0, 0x1.e4be2p+0, 0x1.02e04d8p+2, -0x1.2b2b4cp+1, -0x1.5248ec6p+1, 0x1.23f716dp+1,
    0x1.cfafa07p+1, 0x1.310dc4p-1, -0x1.6c86b7bp+0, 0x1.04ebbfep+0, -0x1.1164868p+0, 0x1.0513ddcp+1, -0x1.551f2d9p-1,
    0x1.3cde093p-2, -0x1.8fd9143p-3, -0x1.1058ef4p+1, 0x1.581ca65p+1, 0x1.471d488p+0, 0x1.47cca5cp-3, -0x1.15eaee9p-2,
    0x1.9281f1fp+0, 0x1.e1ab74fp+0, 0x1.04e0b13p+2, -0x1.2b2b4cp+1, -0x1.5186579p+1, 0x1.269c3afp+1, 0x1.a9493a3p+1,
    0x1.310dc4p-1, -0x1.73d59e7p+0, 0x1.0fbbcb6p+0,
};
static const double d234[12] = {
    0x1.016b9dbp-6, -0x1.3e9bep-5, -0x1.390e6afp-7, -0x1.4a03908p-6, -0x1.ed8478bp-4, -0x1.c80782p-5, 0x1.ed5facfp-7,
    0x1.703bf3ap-3, -0x1.5e59c21p-4, -0x1.084271dp-4, 0x1.f8bcd71p-6, 0x1.250687p-5,
};
static const double d235[12] = {
    0x1.47df3cap-8, 0x1.6fdb98cp-5, 0x1.c07681ep-4, 0x1.4154f78p-4, -0x1.1e7a588p-4, 0x1.38781d2p-5, -0x1.7c24773p-3,
    0x1.37a397dp-4, -0x1.4ee039ep-4, 0x1.da6d03p-6, 0x1.d2ad968p-4, 0x1.37ccc04p-6,
};
static const double d236[12] = {
    0x1.3c74404p+0, 0x1.01e25f2p+0, 0x1.ba58e91p-1, 0x1.34ac2d5p-1, 0x1.b3c4dd5p-1, 0x1.cb32c61p-1, 0x1.28b7e7ep+0,
    0x1.b2fb166p-1, 0x1.48be9c8p-1, 0x1.34c226p+0, 0x1.3daf7a4p+0, 0x1.2776844p+0,
};
static const double d237[8] = {
    -0x1.d16a008p-28, 0x0p+0, -0x1.21b3bd8p-6, -0x1.030e82p-7, 0x1.960d578p-4, 0x1.d4887c9p-70, 0x1.73aac28p-1, -0x1.6222cd8p-4,
};
static const double d238[8] = {
    0x1.52dced1p-27, 0x0p+0, 0x1.95f8661p-8, 0x1.ee83b27p-8, 0x0p+0, -0x1.233ec36p-71, -0x1.c338067p-2, -0x1.6ee8378p-4,
};
static const double d239[8] = {
    0x1.fc6b745p-48, 0x0p+0, 0x1.46eb31ep+0, 0x1.8994e1ep-8, 0x1.c705986p-7, 0x1.7d9e6e6p-134, 0x1.8f5912bp+6, 0x1.79f8f59p-1,
};
static const double d240[80] = {
    -0x1.08021dep+0, 0x1.072a79cp+1, -0x1.5be87c5p-1, 0x1.ca3ae9fp-3, -0x1.2542782p-2, -0x1.1871a27p+1, 0x1.5ceb781p+1,
    0x1.627ccb6p+0, 0x1.0554608p-3, -0x1.616c4d7p-2, 0x1.989ad31p+0, 0x1.e1322d1p+0, 0x1.fcfcbafp+1, -0x1.283501cp+1,
    -0x1.522c07cp+1, 0x1.2020068p+1, 0x1.e1e82f5p+1, 0x1.2e088f6p-1, -0x1.6a02c6ep+0, 0x1.effd911p-1, -0x1.06c691bp+0,
    0x1.0398425p+1, -0x1.5e2723fp-1, 0x1.df6ded3p-3, -0x1.0e5e06fp-2, -0x1.170b112p+1, 0x1.58a41f2p+1, 0x1.5b5273p+0,
    0x1.0a7248dp-3, -0x1.4d0560ap-2, 0x1.918fdfep+0, 0x1.ded9bacp+0, 0x1.fa117a6p+1, -0x1.2546398p+1, -0x1.4cf0c63p+1,
    0x1.1d5abd4p+1, 0x1.da99d8ap+1, 0x1.2b0b029p-1, -0x1.646f88bp+0, 0x1.e371b94p-1, -0x1.e87620ap-1, 0x1.d9e6b41p+0,
    -0x1.3abb078p-1, 0x1.0d462ddp-2, -0x1.c8a4658p-3, -0x1.f354896p+0, 0x1.39bff9ep+1, 0x1.3a831f6p+0, 0x1.ddaaa8dp-4,
    -0x1.1471026p-2, 0x1.72d9699p+0, 0x1.b6b140cp+0, 0x1.d45f6p+1, -0x1.0ed57b1p+1, -0x1.32831d1p+1, 0x1.08f1383p+1,
    0x1.a2b29e9p+1, 0x1.1429447p-1, -0x1.4ba5e77p+0, 0x1.ddabfa8p-1, -0x1.abf53abp-1, 0x1.98fea0ep+0, -0x1.09ae363p-1,
    0x1.ea21e74p-3, -0x1.2116de1p-3, -0x1.aa5fbf7p+0, 0x1.0ca97cfp+1, 0x1.f319c39p-1, 0x1.1f7e11bp-3, -0x1.b322ef6p-3,
    0x1.396e823p+0, 0x1.765d91cp+0, 0x1.97d03afp+1, -0x1.d290b6ep+0, -0x1.07ada3fp+1, 0x1.ccc6104p+0, 0x1.452689bp+1,
    0x1.dbbe1bbp-2, -0x1.2413f65p+0, 0x1.ad5db17p-1,
};
static const double d241[12] = {
    0x1.153ed6fp-4, 0x1.22e6148p-3, 0x1.e8a05cfp-3, 0x1.a10190fp-3, -0x1.bbd0b2ap-3, 0x1.ce70436p-4, -0x1.03f1badp-1,
    0x1.94835c8p-3, -0x1.4eb32afp-4, 0x1.e7ce84fp-5, 0x1.4095b97p-2, 0x1.d9f7f2ap-4,
};
static const double d242[12] = {
    0x1.cbe1d75p+1, 0x1.394a4f3p+1, 0x1.281fa7p+1, 0x1.e89b9d6p+0, 0x1.234cf66p+1, 0x1.11ea6b5p+1, 0x1.b3e07eep+1,
    0x1.3abdbe6p+1, 0x1.956330bp+0, 0x1.a4d8612p+1, 0x1.d1f44e7p+1, 0x1.b6b956ep+1,
};
static const double d243[8] = {
    0x1.c3e6286p-26, 0x0p+0, 0x1.edc54fcp-6, 0x1.8d562ffp-11, 0x0p+0, -0x1.65fe7e7p-70, -0x1.f0e5ed8p-1, -0x1.0bd5c8fp-2,
};
static const double d244[8] = {
    0x1.817f0cp-46, 0x0p+0, 0x1.97677c7p+1, 0x1.49f13d4p-7, 0x1.71f9fe7p-5, 0x1.2499d45p-132, 0x1.1201a03p+8, 0x1.0da67a6p+1,
};
static const double d245[80] = {
    -0x1.0aa5fa5p+0, 0x1.09cc2e3p+1, -0x1.5f63216p-1, 0x1.cecffbap-3, -0x1.283136cp-2, -0x1.1b3f923p+1, 0x1.6068b43p+1,
    0x1.6608485p+0, 0x1.07f1617p-3, -0x1.64f510cp-2, 0x1.9cb0da5p+0, 0x1.e60209bp+0, 0x1.0109de7p+2, -0x1.2b2b4cp+1,
    -0x1.558dc02p+1, 0x1.2301a03p+1, 0x1.e6b9ddep+1, 0x1.310dc4p-1, -0x1.6da1865p+0, 0x1.f4f34d7p-1, -0x1.0b61445p+0,
    0x1.08b7925p+1, -0x1.662a722p-1, 0x1.ecd2c81p-3, -0x1.1b6b433p-2, -0x1.1bee271p+1, 0x1.5f84a62p+1, 0x1.621133dp+0,
    0x1.0fc0e2fp-3, -0x1.5568802p-2, 0x1.9922d1p+0, 0x1.e8d9794p+0, 0x1.01d0994p+2, -0x1.2b2b4cp+1, -0x1.5390554p+1,
    0x1.2301a03p+1, 0x1.e5516b3p+1, 0x1.310dc4p-1, -0x1.6b6328dp+0, 0x1.ecfccf9p-1, -0x1.0b7f60ep+0, 0x1.050a4f8p+1,
    -0x1.5c75b55p-1, 0x1.2eb45bp-2, -0x1.03487c7p-2, -0x1.127d535p+1, 0x1.5b70298p+1, 0x1.5d16ba3p+0, 0x1.0da873cp-3,
    -0x1.3aed2f8p-2, 0x1.9b8c433p+0, 0x1.e4b8fa8p+0, 0x1.01c7094p+2, -0x1.2b2b4cp+1, -0x1.537ac29p+1, 0x1.2301a03p+1,
    0x1.da0dd5bp+1, 0x1.310dc4p-1, -0x1.6ee9bf2p+0, 0x1.0b44b19p+0, -0x1.0fd5978p+0, 0x1.047aa97p+1, -0x1.581dc33p-1,
    0x1.4402fc8p-2, -0x1.8ef4be7p-3, -0x1.1006712p+1, 0x1.59c5d0dp+1, 0x1.447ecc7p+0, 0x1.69d5fd7p-3, -0x1.2985822p-2,
    0x1.923cc08p+0, 0x1.e252c49p+0, 0x1.042b88bp+2, -0x1.2b2b4cp+1, -0x1.539f92ap+1, 0x1.2301a03p+1, 0x1.c4ef1d7p+1,
    0x1.310dc4p-1, -0x1.756711ep+0, 0x1.1b0867bp+0,
};
static const double d246[20] = {
    -0x1.0ff69ffp+0, 0x1.03f96a1p+1, -0x1.572a4c5p-1, 0x1.4423f32p-2, -0x1.9c1ab0bp-3, -0x1.1013837p+1, 0x1.59c2b0dp+1,
    0x1.47a83f7p+0, 0x1.557ee83p-3, -0x1.2b736eep-2, 0x1.92d1ad2p+0, 0x1.e2b37b5p+0, 0x1.03e32e6p+2, -0x1.2b2b4cp+1,
    -0x1.53b117ep+1, 0x1.2301a03p+1, 0x1.c8018cp+1, 0x1.310dc4p-1, -0x1.74a6c61p+0, 0x1.1972faap+0,
};
static const double d247[12] = {
    -0x1.0eac4bp+0, 0x1.0905e37p+1, -0x1.60acf11p-1, 0x1.42da50cp-2, -0x1.189f3a6p-3, -0x1.0f90cbep+1, 0x1.59e1f0ap+1,
    0x1.2809c16p+0, 0x1.1072de6p-2, -0x1.18282f6p-2, 0x1.8d006eep+0, 0x1.deec581p+0,
};
static const double d248[8] = {
    0x1.06b6b57p+2, -0x1.2b2b4cp+1, -0x1.5301e3p+1, 0x1.2301a03p+1, 0x1.a9493a3p+1, 0x1.310dc4p-1, -0x1.7c29bc2p+0,
    0x1.29493d2p+0,
};
static const double d249[80] = {
    -0x1.0a20134p+0, 0x1.0945671p+1, -0x1.5ea9fa3p-1, 0x1.cdce0d2p-3, -0x1.278f13ep-2, -0x1.1aafdbcp+1, 0x1.5fb594cp+1,
    0x1.6553976p+0, 0x1.0755453p-3, -0x1.6433d15p-2, 0x1.9be02d3p+0, 0x1.e506949p+0, 0x1.0086ccp+2, -0x1.2a921f5p+1,
    -0x1.54e02f9p+1, 0x1.226df0fp+1, 0x1.e5bf5a2p+1, 0x1.307194p-1, -0x1.6ce8f17p+0, 0x1.f3ee0cbp-1, -0x1.0a906c6p+0,
    0x1.07e618p+1, -0x1.650e8bbp-1, 0x1.eb4ece4p-3, -0x1.1a75e59p-2, -0x1.1b0ed5fp+1, 0x1.5e6e7c2p+1, 0x1.60f7e36p+0,
    0x1.0eda9f2p-3, -0x1.5442f23p-2, 0x1.97de27fp+0, 0x1.e7556edp+0, 0x1.010549fp+2, -0x1.2a3e0b7p+1, -0x1.5282c71p+1,
    0x1.221c28p+1, 0x1.e3ce1e2p+1, 0x1.301bd8cp-1, -0x1.6a43d1bp+0, 0x1.eb6ac71p-1, -0x1.0a63a74p+0, 0x1.00edd82p+1,
    -0x1.59f136ep-1, 0x1.39a0f6p-2, -0x1.fb2db3dp-3, -0x1.0d1e27bp+1, 0x1.566927fp+1, 0x1.57f331cp+0, 0x1.0f89b7cp-3,
    -0x1.387693p-2, 0x1.9561175p+0, 0x1.dfe498cp+0, 0x1.fd129cp+1, -0x1.27463d9p+1, -0x1.4f22d88p+1, 0x1.1f3911fp+1,
    0x1.d240a2dp+1, 0x1.2d1518ep-1, -0x1.6ba9a8cp+0, 0x1.0c9dc4ep+0, -0x1.0cb4a5fp+0, 0x1.f32b56fp+0, -0x1.49e3cf7p-1,
    0x1.46e5fb6p-2, -0x1.30231d7p-3, -0x1.04d9827p+1, 0x1.4a13ecdp+1, 0x1.24b8ca1p+0, 0x1.b375e65p-3, -0x1.18e119p-2,
    0x1.78aaea8p+0, 0x1.ce6871dp+0, 0x1.f941106p+1, -0x1.1f754d5p+1, -0x1.4603cf7p+1, 0x1.179eb14p+1, 0x1.a407165p+1,
    0x1.251cccep-1, -0x1.69a8f46p+0, 0x1.1bb054p+0,
};
static const double d250[20] = {
    -0x1.0dd4052p+0, 0x1.f2f5ee5p+0, -0x1.4937bdfp-1, 0x1.49e3e18p-2, -0x1.3fcefdcp-3, -0x1.056c8e2p+1, 0x1.4afabe4p+1,
    0x1.297e839p+0, 0x1.984fd58p-3, -0x1.1bbad65p-2, 0x1.7a62df7p+0, 0x1.d05351cp+0, 0x1.f9ffb07p+1, -0x1.204ef01p+1,
    -0x1.471db83p+1, 0x1.187264cp+1, 0x1.a90e2f2p+1, 0x1.25fab78p-1, -0x1.6a043c9p+0, 0x1.1b03ec2p+0,
};
static const double d251[12] = {
    -0x1.029a4ddp+0, 0x1.f50c04ep+0, -0x1.4ff06d5p-1, 0x1.2bf8e3ep-2, -0x1.463075bp-4, -0x1.ff5c329p+0, 0x1.41f68fep+1,
    0x1.f38a895p-1, 0x1.53e63efp-2, -0x1.fe72e2fp-3, 0x1.69334ddp+0, 0x1.bd26926p+0,
};
static const double d252[8] = {
    0x1.f28d6fcp+1, -0x1.17ce94dp+1, -0x1.3c1aa07p+1, 0x1.102d61bp+1, 0x1.76c736fp+1, 0x1.1d4f8d4p-1, -0x1.66736a7p+0,
    0x1.21bffadp+0,
};
static const double d253[80] = {
    -0x1.0a20134p+0, 0x1.0945671p+1, -0x1.5ea9fa2p-1, 0x1.cdce0dp-3, -0x1.278f13ep-2, -0x1.1aafdbcp+1, 0x1.5fb594cp+1,
    0x1.6553976p+0, 0x1.0755453p-3, -0x1.6433d14p-2, 0x1.9be02d3p+0, 0x1.e506949p+0, 0x1.00c49bap+2, -0x1.2a921f5p+1,
    -0x1.54e02f9p+1, 0x1.226df0fp+1, 0x1.e5bf5a2p+1, 0x1.307193dp-1, -0x1.6ce8f17p+0, 0x1.fd3d292p-1, -0x1.0eb68ap+0,
    0x1.0b4cf1ap+1, -0x1.6833e09p-1, 0x1.f5d75dep-3, -0x1.127cdf1p-2, -0x1.1cae7bap+1, 0x1.6190ddbp+1, 0x1.5f7deb9p+0,
    0x1.bbb15e2p-4, -0x1.4f028fdp-2, 0x1.95ee938p+0, 0x1.e92cf79p+0, 0x1.0188d2ap+2, -0x1.29f9411p+1, -0x1.51a24c2p+1,
    0x1.246899fp+1, 0x1.e2374a1p+1, 0x1.2fd5b32p-1, -0x1.714cd44p+0, 0x1.f1fafd8p-1, -0x1.003150dp+0, 0x1.0c29c56p+1,
    -0x1.112177fp-1, 0x1.99a1b03p-2, -0x1.adb7312p-4, -0x1.08deb5dp+1, 0x1.49c624fp+1, 0x1.313b984p+0, -0x1.ac4b895p-5,
    -0x1.4dfaa2ap-3, 0x1.a3f1067p+0, 0x1.b8ba9efp+0, 0x1.050e6e1p+2, -0x1.253d437p+1, -0x1.37eeaa2p+1, 0x1.3419928p+1,
    0x1.c63793dp+1, 0x1.2b01d87p-1, -0x1.8a026a6p+0, 0x1.097e4bap+0, -0x1.4458fc2p+0, 0x1.f9dc02dp+0, -0x1.0afe246p-2,
    0x1.5e3987fp-1, 0x1.8d5ef85p-3, -0x1.b65590ap+0, 0x1.228e81bp+1, 0x1.b8f00bap-1, 0x1.6cc49d6p-4, 0x1.19c6158p-3,
    0x1.5472617p+0, 0x1.7407e22p+0, 0x1.104453p+2, -0x1.1c90716p+1, -0x1.1c74058p+1, 0x1.50da2abp+1, 0x1.92e9a59p+1,
    0x1.2229464p-1, -0x1.ca16579p+0, 0x1.4d5f86dp+0,
};
static const double d254[12] = {
    0x1.75388acp-5, 0x1.683d538p-4, 0x1.bdcfacdp-6, 0x1.451550cp-7, 0x1.ece90eep-6, 0x1.04edc93p-5, 0x1.197243cp-4,
    0x1.00b9c03p-5, 0x1.6ed574p-7, 0x1.6a56e65p-6, 0x1.ebaf35p-6, 0x1.f9b16cep-7,
};
static const double d255[12] = {
    0x1.e5b79e6p-7, -0x1.22a9637p-4, -0x1.26f2f86p-10, -0x1.4d9a312p-6, -0x1.60002e7p-3, -0x1.08db953p-4, 0x1.cf2f5cep-7,
    0x1.13ed0ffp-2, -0x1.349d026p-3, -0x1.6386a91p-4, 0x1.67db58bp-5, 0x1.88f54f2p-5,
};
static const double d256[8] = {
    0x1.d2e148fp-52, 0x0p+0, 0x1.8370c7fp-5, 0x0p+0, 0x1.e69f05fp-10, 0x1.2986f2p-141, 0x1.84c213bp+1, 0x1.d021d82p-6,
};
static const double d257[8] = {
    -0x1.56964edp-27, 0x0p+0, -0x1.93ee627p-6, -0x1.3915cf6p-7, 0x1.2de3168p-3, 0x1.58f0c16p-69, 0x1.06ff7cep+0, -0x1.f98a44p-4,
};
static const double d258[80] = {
    -0x1.0aa5fa5p+0, 0x1.09cc2e3p+1, -0x1.5f63216p-1, 0x1.cecffb7p-3, -0x1.283136cp-2, -0x1.1b3f923p+1, 0x1.6068b43p+1,
    0x1.639cbdep+0, 0x1.07f1617p-3, -0x1.64f510cp-2, 0x1.9cb0da5p+0, 0x1.e60209bp+0, 0x1.0147ae1p+2, -0x1.2b2b4cp+1,
    -0x1.558dc03p+1, 0x1.2301a03p+1, 0x1.e6b9dddp+1, 0x1.310dc36p-1, -0x1.6da1865p+0, 0x1.fe426dbp-1, -0x1.0fc4b2ap+0,
    0x1.0c5b8a5p+1, -0x1.69a092p-1, 0x1.f7c5bep-3, -0x1.13b6557p-2, -0x1.1dceee5p+1, 0x1.61c85cep+1, 0x1.5e7e059p+0,
    0x1.bdf73dcp-4, -0x1.507a2f7p-2, 0x1.979222p+0, 0x1.eb20c2p+0, 0x1.028f5c3p+2, -0x1.2b2b4cp+1, -0x1.52fe64p+1,
    0x1.2590fc5p+1, 0x1.e42a81bp+1, 0x1.310dc1ap-1, -0x1.72c03eap+0, 0x1.f9599ddp-1, -0x1.058742p+0, 0x1.0c5b8a5p+1,
    -0x1.17d60aep-1, 0x1.9fb9e94p-2, -0x1.bf7d2cdp-4, -0x1.0e72c56p+1, 0x1.5250942p+1, 0x1.358843p+0, -0x1.a2c9d66p-5,
    -0x1.59464a6p-3, 0x1.a4b4009p+0, 0x1.cc68701p+0, 0x1.051eb85p+2, -0x1.2b2b4cp+1, -0x1.4ddfabbp+1, 0x1.3a0bddap+1,
    0x1.cfafa06p+1, 0x1.310db42p-1, -0x1.9178909p+0, 0x1.19ff84p+0, -0x1.403b911p+0, 0x1.08b66fbp+1, -0x1.8dbcc79p-2,
    0x1.33ea8bfp-1, 0x1.86a7dp-3, -0x1.0165498p+1, 0x1.3f96c9ap+1, 0x1.d176ec6p-1, 0x1.87b10d1p-3, 0x1.d44d58ap-4,
    0x1.628813cp+0, 0x1.a500daep+0, 0x1.1851eb8p+2, -0x1.2b2b4cp+1, -0x1.4c455d6p+1, 0x1.607244p+1, 0x1.a9493ap+1,
    0x1.310d968p-1, -0x1.c2e2704p+0, 0x1.66b3157p+0,
};
static const double d259[80] = {
    -0x1.055d62cp+0, 0x1.077252bp+1, -0x1.6805816p-1, 0x1.f7d323ap-3, -0x1.3b62d48p-2, -0x1.18e6921p+1, 0x1.5e397fap+1,
    0x1.60b8eccp+0, 0x1.2a62afcp-3, -0x1.79d8aap-2, 0x1.9794b84p+0, 0x1.ea9469ap+0, 0x1.ffefbdbp+1, -0x1.2b0500dp+1,
    -0x1.5376d6dp+1, 0x1.20f12f4p+1, 0x1.e866c21p+1, 0x1.30e6b8p-1, -0x1.699c56ep+0, 0x1.fcb96fcp-1, -0x1.0556a96p+0,
    0x1.071dfe9p+1, -0x1.69aff4ap-1, 0x1.f8ca818p-3, -0x1.383b03fp-2, -0x1.18c9c4fp+1, 0x1.5dc9573p+1, 0x1.5fb36cfp+0,
    0x1.2a00a4ap-3, -0x1.761d80ep-2, 0x1.969addbp+0, 0x1.ea4862bp+0, 0x1.ffee3c7p+1, -0x1.2adeba9p+1, -0x1.52d4a24p+1,
    0x1.2139fb7p+1, 0x1.e784671p+1, 0x1.30bfb1p-1, -0x1.699a073p+0, 0x1.fa90a48p-1, -0x1.04bf2f1p+0, 0x1.06f4fcep+1,
    -0x1.5e86ddp-1, 0x1.0dd83b2p-2, -0x1.2be847cp-2, -0x1.14e57bbp+1, 0x1.5b36224p+1, 0x1.5c4d2dcp+0, 0x1.06f43b9p-3,
    -0x1.622d558p-2, 0x1.9653ca9p+0, 0x1.e6c16a2p+0, 0x1.fe510fp+1, -0x1.29ad389p+1, -0x1.50a20c9p+1, 0x1.21adeecp+1,
    0x1.e075a14p+1, 0x1.2f882c9p-1, -0x1.69e0fb4p+0, 0x1.00dcf16p+0, -0x1.07dc9b3p+0, 0x1.064dd1dp+1, -0x1.557cf1p-1,
    0x1.0bd18b9p-2, -0x1.1298709p-2, -0x1.11bf6dcp+1, 0x1.57e8b67p+1, 0x1.4e53ba2p+0, 0x1.2cba20fp-3, -0x1.43636a4p-2,
    0x1.8f0b9cdp+0, 0x1.e2c0b53p+0, 0x1.fb8e352p+1, -0x1.2773ad8p+1, -0x1.4dfefe8p+1, 0x1.2064936p+1, 0x1.d34d5a7p+1,
    0x1.2d436dap-1, -0x1.6b10151p+0, 0x1.04b6b97p+0,
};
static const double d260[80] = {
    -0x1.05626c7p+0, 0x1.073e013p+1, -0x1.68e05f1p-1, 0x1.f7a4694p-3, -0x1.3c10116p-2, -0x1.18b065ep+1, 0x1.5de4effp+1,
    0x1.60bb00fp+0, 0x1.2e3457bp-3, -0x1.797cd88p-2, 0x1.9773ddcp+0, 0x1.eac2e6bp+0, 0x1.ffefbdbp+1, -0x1.2b0500dp+1,
    -0x1.5376d6dp+1, 0x1.20f12f4p+1, 0x1.e866c21p+1, 0x1.30e6b8p-1, -0x1.699c56ep+0, 0x1.fcb96fcp-1, -0x1.054ba8ap+0,
    0x1.0708111p+1, -0x1.696f314p-1, 0x1.f7e0bp-3, -0x1.3ab4a24p-2, -0x1.188f54dp+1, 0x1.5d9d381p+1, 0x1.6037506p+0,
    0x1.2df5b86p-3, -0x1.77e1cfp-2, 0x1.96f0a39p+0, 0x1.ea7eca6p+0, 0x1.ffee3c7p+1, -0x1.2adeba9p+1, -0x1.52d4a24p+1,
    0x1.2139fb7p+1, 0x1.e784671p+1, 0x1.30bfb1p-1, -0x1.699a073p+0, 0x1.fa90a48p-1, -0x1.046ed36p+0, 0x1.0656601p+1,
    -0x1.641ac82p-1, 0x1.0250cd1p-2, -0x1.3504b5ep-2, -0x1.1654d5fp+1, 0x1.5bbf2dfp+1, 0x1.5e02fb3p+0, 0x1.1f35f03p-3,
    -0x1.6f00e16p-2, 0x1.95da7c3p+0, 0x1.e7e8ae8p+0, 0x1.fe510fp+1, -0x1.29ad389p+1, -0x1.50a20c9p+1, 0x1.21adeecp+1,
    0x1.e075a14p+1, 0x1.2f882c9p-1, -0x1.69e0fb4p+0, 0x1.00dcf16p+0, -0x1.0483106p+0, 0x1.04e6d32p+1, -0x1.5ee025p-1,
    0x1.00619c2p-2, -0x1.297b0e4p-2, -0x1.13d1cc3p+1, 0x1.58dd656p+1, 0x1.56d8e2fp+0, 0x1.2cf59f1p-3, -0x1.6100fc3p-2,
    0x1.911f441p+0, 0x1.e41dcefp+0, 0x1.fb8e352p+1, -0x1.2773ad8p+1, -0x1.4dfefe8p+1, 0x1.2064936p+1, 0x1.d34d5a7p+1,
    0x1.2d436dap-1, -0x1.6b10151p+0, 0x1.04b6b97p+0,
};
static const double d261[80] = {
    -0x1.0586e46p+0, 0x1.079f8f5p+1, -0x1.68c257fp-1, 0x1.ef3bbf5p-3, -0x1.39b88bep-2, -0x1.18d127fp+1, 0x1.5dea5d4p+1,
    0x1.609c216p+0, 0x1.298ae2fp-3, -0x1.77c1a56p-2, 0x1.98601e1p+0, 0x1.eabccddp+0, 0x1.ffefbdbp+1, -0x1.2b0500dp+1,
    -0x1.5376d6dp+1, 0x1.20f12f4p+1, 0x1.e866c21p+1, 0x1.30e6b8p-1, -0x1.699c56ep+0, 0x1.fcb96fcp-1, -0x1.055ecb7p+0,
    0x1.0778addp+1, -0x1.6a2cbfep-1, 0x1.f4f6238p-3, -0x1.35c60f1p-2, -0x1.191d0ecp+1, 0x1.5dd38dp+1, 0x1.5f7be5fp+0,
    0x1.2503704p-3, -0x1.72de675p-2, 0x1.9778503p+0, 0x1.ea983d8p+0, 0x1.ffee3c7p+1, -0x1.2adeba9p+1, -0x1.52d4a24p+1,
    0x1.2139fb7p+1, 0x1.e784671p+1, 0x1.30bfb1p-1, -0x1.699a073p+0, 0x1.fa90a48p-1, -0x1.04a2b37p+0, 0x1.058e68ep+1,
    -0x1.5f16526p-1, 0x1.0314d8fp-2, -0x1.2771b08p-2, -0x1.15023f8p+1, 0x1.5b46975p+1, 0x1.5a70614p+0, 0x1.0c83d64p-3,
    -0x1.5779175p-2, 0x1.9616bap+0, 0x1.e500524p+0, 0x1.fe510fp+1, -0x1.29ad389p+1, -0x1.50a20c9p+1, 0x1.21adeecp+1,
    0x1.e075a14p+1, 0x1.2f882c9p-1, -0x1.69e0fb4p+0, 0x1.00dcf16p+0, -0x1.0a04158p+0, 0x1.0437a4ep+1, -0x1.4fa9b4fp-1,
    0x1.146e412p-2, -0x1.fa4a01cp-3, -0x1.0d1fbd6p+1, 0x1.5774ce4p+1, 0x1.49dca29p+0, 0x1.41419ap-3, -0x1.2cfeffap-2,
    0x1.8d2a9a9p+0, 0x1.dbf13dfp+0, 0x1.fb8e352p+1, -0x1.2773ad8p+1, -0x1.4dfefe8p+1, 0x1.2064936p+1, 0x1.d34d5a7p+1,
    0x1.2d436dap-1, -0x1.6b10151p+0, 0x1.04b6b97p+0,
};
static const double d262[80] = {
    -0x1.0571407p+0, 0x1.0749009p+1, -0x1.693555dp-1, 0x1.f4a6589p-3, -0x1.3b8bdf3p-2, -0x1.18a4242p+1, 0x1.5dc1f8cp+1,
    0x1.60b136fp+0, 0x1.2e40e87p-3, -0x1.78bb4f2p-2, 0x1.97b7641p+0, 0x1.ead50b9p+0, 0x1.ffefbdbp+1, -0x1.2b0500dp+1,
    -0x1.5376d6dp+1, 0x1.20f12f4p+1, 0x1.e866c21p+1, 0x1.30e6b8p-1, -0x1.699c56ep+0, 0x1.fcb96fcp-1, -0x1.054d7e4p+0,
    0x1.072585bp+1, -0x1.6994a34p-1, 0x1.f67831dp-3, -0x1.3a13597p-2, -0x1.18a6f6cp+1, 0x1.5d9cd0bp+1, 0x1.602fdbcp+0,
    0x1.2c95c4ap-3, -0x1.76ea4e4p-2, 0x1.974502fp+0, 0x1.ea9f4ffp+0, 0x1.ffee3c7p+1, -0x1.2adeba9p+1, -0x1.52d4a24p+1,
    0x1.2139fb7p+1, 0x1.e784671p+1, 0x1.30bfb1p-1, -0x1.699a073p+0, 0x1.fa90a48p-1, -0x1.045dc82p+0, 0x1.05cbfe5p+1,
    -0x1.64cc039p-1, 0x1.fb1d64fp-3, -0x1.34493adp-2, -0x1.167f9c5p+1, 0x1.5bd11efp+1, 0x1.5d84ea9p+0, 0x1.234db7cp-3,
    -0x1.6c70e82p-2, 0x1.95ba7f4p+0, 0x1.e7677bdp+0, 0x1.fe510fp+1, -0x1.29ad389p+1, -0x1.50a20c9p+1, 0x1.21adeecp+1,
    0x1.e075a14p+1, 0x1.2f882c9p-1, -0x1.69e0fb4p+0, 0x1.00dcf16p+0, -0x1.04f5825p+0, 0x1.040db78p+1, -0x1.5db2361p-1,
    0x1.0257d4bp-2, -0x1.2418096p-2, -0x1.1267206p+1, 0x1.58cb195p+1, 0x1.560fb8ap+0, 0x1.34177bfp-3, -0x1.5be4605p-2,
    0x1.90a82p+0, 0x1.e1e108dp+0, 0x1.fb8e352p+1, -0x1.2773ad8p+1, -0x1.4dfefe8p+1, 0x1.2064936p+1, 0x1.d34d5a7p+1,
    0x1.2d436dap-1, -0x1.6b10151p+0, 0x1.04b6b97p+0,
};
static const double d263[80] = {
    -0x1.057fb56p+0, 0x1.079e45bp+1, -0x1.681ba1bp-1, 0x1.f81b187p-3, -0x1.3b777d8p-2, -0x1.19102bcp+1, 0x1.5e6a95bp+1,
    0x1.60e6744p+0, 0x1.29c7489p-3, -0x1.7a136a5p-2, 0x1.97ccdaep+0, 0x1.eaca524p+0, 0x1.0018a37p+2, -0x1.2b2b4cp+1,
    -0x1.53a23afp+1, 0x1.21161b1p+1, 0x1.e8a563p+1, 0x1.310dc4p-1, -0x1.69ca7c1p+0, 0x1.fcfabffp-1, -0x1.0592b5p+0,
    0x1.075e7c7p+1, -0x1.6a3473ap-1, 0x1.f9d3e5bp-3, -0x1.39dd9c3p-2, -0x1.191f726p+1, 0x1.5e4b35ap+1, 0x1.6007c4bp+0,
    0x1.25cfccp-3, -0x1.77635dap-2, 0x1.97860d9p+0, 0x1.ea52b4cp+0, 0x1.0038a66p+2, -0x1.2b2b4cp+1, -0x1.532b7ap+1,
    0x1.2183e35p+1, 0x1.e8018bfp+1, 0x1.310dc4p-1, -0x1.69f675bp+0, 0x1.fb13129p-1, -0x1.061bb74p+0, 0x1.0801ee4p+1,
    -0x1.615c873p-1, 0x1.0e65dfap-2, -0x1.2e2626bp-2, -0x1.16829f1p+1, 0x1.5caed45p+1, 0x1.5e3652ep+0, 0x1.039fab2p-3,
    -0x1.669873fp-2, 0x1.99f6ca1p+0, 0x1.e8b7503p+0, 0x1.006fe5ep+2, -0x1.2b2b4cp+1, -0x1.5252a36p+1, 0x1.23205d2p+1,
    0x1.e2e2d3cp+1, 0x1.310dc4p-1, -0x1.6baf258p+0, 0x1.02224b4p+0, -0x1.09f8d0fp+0, 0x1.08efa21p+1, -0x1.5db6049p-1,
    0x1.0c004bcp-2, -0x1.1d8aa91p-2, -0x1.174881cp+1, 0x1.5a974e4p+1, 0x1.51a668dp+0, 0x1.55550dap-3, -0x1.58d3113p-2,
    0x1.9874224p+0, 0x1.e65e0edp+0, 0x1.00f71e2p+2, -0x1.2b2b4cp+1, -0x1.52337cbp+1, 0x1.24023c6p+1, 0x1.d9493a7p+1,
    0x1.310dc4p-1, -0x1.6f96f49p+0, 0x1.07ed9a8p+0,
};
static const double d264[80] = {
    -0x1.05823e8p+0, 0x1.0781d1p+1, -0x1.5c4ee11p-1, 0x1.dccb471p-3, -0x1.2398685p-2, -0x1.19608d9p+1, 0x1.5f7c897p+1,
    0x1.5f0ab62p+0, 0x1.437dafbp-4, -0x1.69ef61fp-2, 0x1.98830a3p+0, 0x1.e32141fp+0, 0x1.feb851fp+1, -0x1.29e39dfp+1,
    -0x1.51dc418p+1, 0x1.20cf484p+1, 0x1.e75db4ep+1, 0x1.2bef0bbp-1, -0x1.990597fp+0, 0x1.f923b5ap-1, -0x1.036c657p+0,
    0x1.0539e9dp+1, -0x1.647bb17p-1, 0x1.da94f24p-3, -0x1.0570dd7p-2, -0x1.18d0908p+1, 0x1.5cbf4fcp+1, 0x1.54e2172p+0,
    0x1.588f748p-4, -0x1.47f1441p-2, 0x1.8f03a5fp+0, 0x1.e61ba8fp+0, 0x1.fd70a3ep+1, -0x1.289befdp+1, -0x1.4b6b247p+1,
    0x1.1f879a3p+1, 0x1.e5722fcp+1, 0x1.26d0536p-1, -0x1.73a4428p+0, 0x1.f2e85c1p-1, -0x1.e990d84p-1, 0x1.ef57be8p+0,
    -0x1.29819d4p-1, 0x1.b62e40bp-3, -0x1.1383562p-3, -0x1.ec04435p+0, 0x1.4e71caap+1, 0x1.3ace37dp+0, 0x1.491e083p-6,
    -0x1.a8f3e1dp-3, 0x1.7eaaebbp+0, 0x1.ce63028p+0, 0x1.f333333p+1, -0x1.1e5e7f3p+1, -0x1.44808eep+1, 0x1.154a298p+1,
    0x1.d61606dp+1, 0x1.fbb521ap-2, -0x1.161dee3p+1, 0x1.fa6a486p-1, -0x1.99801d6p-1, 0x1.d777d6bp+0, -0x1.b8b0976p-2,
    0x1.05407bdp-5, 0x1.59ae24ap-6, -0x1.da0cfadp+0, 0x1.3a6e5e2p+1, 0x1.cf545bcp-1, 0x1.4191289p-5, -0x1.b0f673dp-6,
    0x1.4d4757ap+0, 0x1.9e1dafcp+0, 0x1.e000001p+1, -0x1.0b2b4cp+1, -0x1.2fbe621p+1, 0x1.0216f65p+1, 0x1.b9493ap+1,
    0x1.621b88p-2, -0x1.10efb5ep+1, 0x1.b8c7318p-1,
};
static const double d265[80] = {
    -0x1.05823e8p+0, 0x1.0781d1p+1, -0x1.5c4ee11p-1, 0x1.dccb471p-3, -0x1.2398685p-2, -0x1.19608d9p+1, 0x1.5f7c897p+1,
    0x1.5f0ab62p+0, 0x1.437dafbp-4, -0x1.69ef61fp-2, 0x1.98830a3p+0, 0x1.e32141fp+0, 0x1.feb851fp+1, -0x1.29e39dfp+1,
    -0x1.51dc418p+1, 0x1.20cf484p+1, 0x1.e75db4ep+1, 0x1.2bef0bbp-1, -0x1.990597fp+0, 0x1.f923b5ap-1, -0x1.036c657p+0,
    0x1.0539e9dp+1, -0x1.647bb17p-1, 0x1.da94f24p-3, -0x1.0570dd7p-2, -0x1.18d0908p+1, 0x1.5cbf4fcp+1, 0x1.54e2172p+0,
    0x1.588f748p-4, -0x1.47f1441p-2, 0x1.8f03a5fp+0, 0x1.e61ba8fp+0, 0x1.fd70a3ep+1, -0x1.289befdp+1, -0x1.4b6b247p+1,
    0x1.1f879a3p+1, 0x1.e5722fcp+1, 0x1.26d0536p-1, -0x1.73a4428p+0, 0x1.f2e85c1p-1, -0x1.e990d84p-1, 0x1.ef57be8p+0,
    -0x1.29819d4p-1, 0x1.b62e40bp-3, -0x1.1383562p-3, -0x1.ec04435p+0, 0x1.4e71caap+1, 0x1.3ace37dp+0, 0x1.85724cdp-7,
    -0x1.a8f3e1dp-3, 0x1.7eaaebbp+0, 0x1.ce63028p+0, 0x1.f333333p+1, -0x1.1e5e7f3p+1, -0x1.44808eep+1, 0x1.154a298p+1,
    0x1.d61606dp+1, 0x1.fbb521ap-2, -0x1.161dee3p+1, 0x1.fa6a486p-1, -0x1.99801d6p-1, 0x1.d777d6bp+0, -0x1.b8b0976p-2,
    0x1.05407bdp-5, 0x1.9787c7bp-7, -0x1.da0cfadp+0, 0x1.3a6e5e2p+1, 0x1.cf545bcp-1, 0x1.e6d6b71p-6, -0x1.b0f673dp-6,
    0x1.4d4757ap+0, 0x1.9e1dafcp+0, 0x1.e000001p+1, -0x1.0b2b4cp+1, -0x1.2fbe621p+1, 0x1.0216f65p+1, 0x1.b9493ap+1,
    0x1.621b88p-2, -0x1.10efb5ep+1, 0x1.b8c7318p-1,
};

static const struct golden_optimizer golden_optimizers[] = {
    CASE(SGD, "PyTorch", "", .options = {REAL(lr, 0.05)}, .p = d0),
    CASE(SGD, "PyTorch", "decay, maximize", .options = {REAL(lr, 0.02), REAL(weight_decay, 0.1), BOOL(maximize, 1)}, .p = d1),
    CASE(SGD, "PyTorch", "momentum, nesterov", .options = {REAL(lr, 0.01), REAL(momentum, 0.8), BOOL(nesterov, 1),
         REAL(weight_decay, 0.01)}, .p = d2, .states = {{"momentum_buffer", 0, 12, d3}, {"momentum_buffer", 1, 8, d4}}),
    CASE(SGD, "PyTorch", "clipped by norm", .options = {REAL(lr, 0.05), REAL(clip.norm, 1.5)}, .p = d5),
    CASE(SGD, "PyTorch", "clipped by value", .options = {REAL(lr, 0.05), REAL(clip.value, 0.75)}, .p = d6),
    CASE(SGD, "PyTorch", "SWA", .options = {REAL(lr, 0.01), INT(average, NADIR_AVERAGE_SWA), LONG(average_start, 6),
         LONG(average_every, 4)}, .p = d7, .evaluated = d8, .states = {{"average", 0, 12, d9}, {"average", 1, 8, d10}}),
    CASE(MOMENTUM, "PyTorch", "", .options = {REAL(lr, 0.005)}, .p = d11, .states = {{"momentum_buffer", 0, 12, d12},
         {"momentum_buffer", 1, 8, d13}}),
    CASE(MOMENTUM, "PyTorch", "dampening, decay", .options = {REAL(lr, 0.01), REAL(dampening, 0.3), REAL(weight_decay, 0.1)},
         .p = d14, .states = {{"momentum_buffer", 0, 12, d15}, {"momentum_buffer", 1, 8, d16}}),
    CASE(MOMENTUM, "PyTorch", "lr drop", .lr_later = 0.001, .options = {REAL(lr, 0.01)}, .p = d17,
         .states = {{"momentum_buffer", 0, 12, d12}, {"momentum_buffer", 1, 8, d13}}),
    CASE(MOMENTUM, "PyTorch", "other momentum later, maximize", .momentum_later = 0.7, .options = {REAL(lr, 0.005),
         REAL(momentum, 0.95), BOOL(maximize, 1)}, .p = d18, .states = {{"momentum_buffer", 0, 12, d19},
         {"momentum_buffer", 1, 8, d20}}),
    CASE(NESTEROV, "PyTorch", "", .options = {REAL(lr, 0.005)}, .p = d21, .states = {{"momentum_buffer", 0, 12, d12},
         {"momentum_buffer", 1, 8, d13}}),
    CASE(NESTEROV, "PyTorch", "lr drop, decay", .lr_later = 0.001, .options = {REAL(lr, 0.01), REAL(weight_decay, 0.1)},
         .p = d22, .states = {{"momentum_buffer", 0, 12, d23}, {"momentum_buffer", 1, 8, d24}}),
    CASE(ADAGRAD, "PyTorch", "", .options = {REAL(lr, 0.1)}, .p = d25, .states = {{"sum", 0, 12, d26}, {"sum", 1, 8, d27}}),
    CASE(ADAGRAD, "PyTorch", "lr_decay, accumulator, decay", .options = {REAL(lr, 0.2), REAL(lr_decay, 0.1),
         REAL(initial_accumulator, 0.5), REAL(weight_decay, 0.1), REAL(eps, 0.001)}, .p = d28,
         .states = {{"sum", 0, 12, d29}, {"sum", 1, 8, d30}}),
    CASE(ADAGRAD, "PyTorch", "maximize", .options = {BOOL(maximize, 1)}, .p = d31, .states = {{"sum", 0, 12, d26},
         {"sum", 1, 8, d27}}),
    CASE(ADADELTA, "PyTorch", "", .p = d32, .states = {{"square_avg", 0, 12, d33}, {"square_avg", 1, 8, d34},
         {"acc_delta", 0, 12, d35}, {"acc_delta", 1, 8, d36}}),
    CASE(ADADELTA, "PyTorch", "rho, eps, decay, maximize", .options = {REAL(lr, 0.5), REAL(rho, 0.7), REAL(eps, 0.0001),
         REAL(weight_decay, 0.1), BOOL(maximize, 1)}, .p = d37, .states = {{"square_avg", 0, 12, d38},
         {"square_avg", 1, 8, d39}, {"acc_delta", 0, 12, d40}, {"acc_delta", 1, 8, d41}}),
    CASE(RMSPROP, "PyTorch", "", .p = d42, .states = {{"square_avg", 0, 12, d43}, {"square_avg", 1, 8, d44}}),
    CASE(RMSPROP, "PyTorch", "momentum, lr drop", .lr_later = 0.0002, .options = {REAL(lr, 0.002), REAL(momentum, 0.9)},
         .p = d45, .states = {{"square_avg", 0, 12, d43}, {"square_avg", 1, 8, d44}, {"momentum_buffer", 0, 12, d46},
         {"momentum_buffer", 1, 8, d47}}),
    CASE(RMSPROP, "PyTorch", "centered", .options = {BOOL(centered, 1)}, .p = d48, .states = {{"square_avg", 0, 12, d43},
         {"square_avg", 1, 8, d44}, {"grad_avg", 0, 12, d49}, {"grad_avg", 1, 8, d50}}),
    CASE(RMSPROP, "PyTorch", "all", .options = {REAL(lr, 0.002), BOOL(centered, 1), REAL(momentum, 0.8), REAL(alpha, 0.9),
         REAL(eps, 0.0001), REAL(weight_decay, 0.1), BOOL(maximize, 1)}, .p = d51, .states = {{"square_avg", 0, 12, d52},
         {"square_avg", 1, 8, d53}, {"momentum_buffer", 0, 12, d54}, {"momentum_buffer", 1, 8, d55},
         {"grad_avg", 0, 12, d56}, {"grad_avg", 1, 8, d57}}),
    CASE(ADAM, "PyTorch", "", .options = {REAL(lr, 0.02)}, .p = d58, .states = {{"exp_avg", 0, 12, d59},
         {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAM, "PyTorch", "decay, maximize", .options = {REAL(lr, 0.02), REAL(weight_decay, 0.1), BOOL(maximize, 1)},
         .p = d63, .states = {{"exp_avg", 0, 12, d64}, {"exp_avg", 1, 8, d65}, {"exp_avg_sq", 0, 12, d66},
         {"exp_avg_sq", 1, 8, d67}}),
    CASE(ADAM, "PyTorch", "amsgrad", .options = {REAL(lr, 0.02), REAL(beta2, 0.9), BOOL(amsgrad, 1)}, .p = d68,
         .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d33}, {"exp_avg_sq", 1, 8, d34},
         {"max_exp_avg_sq", 0, 12, d69}, {"max_exp_avg_sq", 1, 8, d70}}),
    CASE(ADAM, "PyTorch", "betas, eps, lr drop", .lr_later = 0.005, .options = {REAL(lr, 0.05), REAL(beta1, 0.8),
         REAL(beta2, 0.99), REAL(eps, 0.001)}, .p = d71, .states = {{"exp_avg", 0, 12, d72}, {"exp_avg", 1, 8, d73},
         {"exp_avg_sq", 0, 12, d43}, {"exp_avg_sq", 1, 8, d44}}),
    CASE(ADAM, "PyTorch", "other beta1 later", .momentum_later = 0.85, .options = {REAL(lr, 0.02), REAL(beta1, 0.95)},
         .p = d74, .states = {{"exp_avg", 0, 12, d75}, {"exp_avg", 1, 8, d76}, {"exp_avg_sq", 0, 12, d61},
         {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAM, "PyTorch", "beta1 0", .options = {REAL(lr, 0.02), REAL(beta1, 0.0)}, .p = d77,
         .states = {{"exp_avg", 0, 12, d78}, {"exp_avg", 1, 8, d79}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAM, "PyTorch", "beta2 0.99999", .options = {REAL(lr, 0.02), REAL(beta2, 0.99999)}, .p = d80,
         .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d81}, {"exp_avg_sq", 1, 8, d82}}),
    CASE(ADAM, "PyTorch", "clipped by norm, then value", .options = {REAL(lr, 0.02), REAL(clip.norm, 2.0),
         REAL(clip.value, 0.5)}, .p = d83, .states = {{"exp_avg", 0, 12, d84}, {"exp_avg", 1, 8, d85},
         {"exp_avg_sq", 0, 12, d86}, {"exp_avg_sq", 1, 8, d87}}),
    CASE(ADAM8BIT, "PyTorch", "tensors below 4096", .options = {REAL(lr, 0.02)}, .p = d58,
         .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAMW, "PyTorch", "", .p = d88, .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60},
         {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAMW, "PyTorch", "tiny lr decay", .options = {REAL(weight_decay, 0.0001)}, .p = d89,
         .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAMW, "PyTorch", "amsgrad, decay, maximize", .options = {REAL(lr, 0.02), REAL(beta2, 0.95),
         REAL(weight_decay, 0.2), BOOL(amsgrad, 1), BOOL(maximize, 1)}, .p = d90, .states = {{"exp_avg", 0, 12, d91},
         {"exp_avg", 1, 8, d92}, {"exp_avg_sq", 0, 12, d93}, {"exp_avg_sq", 1, 8, d94}, {"max_exp_avg_sq", 0, 12, d95},
         {"max_exp_avg_sq", 1, 8, d96}}),
    CASE(ADAMW, "PyTorch", "EMA", .options = {REAL(lr, 0.02), INT(average, NADIR_AVERAGE_EMA), REAL(average_decay, 0.9)},
         .p = d97, .evaluated = d98, .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61},
         {"exp_avg_sq", 1, 8, d62}, {"average", 0, 12, d99}, {"average", 1, 8, d100}}),
    CASE(ADAMAX, "PyTorch", "", .options = {REAL(lr, 0.02)}, .p = d101, .states = {{"exp_avg", 0, 12, d59},
         {"exp_avg", 1, 8, d60}, {"exp_inf", 0, 12, d102}, {"exp_inf", 1, 8, d103}}),
    CASE(ADAMAX, "PyTorch", "betas, eps, decay, maximize", .options = {REAL(lr, 0.02), REAL(beta1, 0.8), REAL(beta2, 0.9),
         REAL(eps, 0.001), REAL(weight_decay, 0.1), BOOL(maximize, 1)}, .p = d104, .states = {{"exp_avg", 0, 12, d105},
         {"exp_avg", 1, 8, d106}, {"exp_inf", 0, 12, d107}, {"exp_inf", 1, 8, d108}}),
    CASE(NADAM, "PyTorch", "", .options = {REAL(lr, 0.02)}, .p = d109, .states = {{"exp_avg", 0, 12, d59},
         {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(NADAM, "PyTorch", "decay, momentum_decay", .options = {REAL(lr, 0.02), REAL(weight_decay, 0.1),
         REAL(momentum_decay, 0.1)}, .p = d110, .states = {{"exp_avg", 0, 12, d111}, {"exp_avg", 1, 8, d112},
         {"exp_avg_sq", 0, 12, d113}, {"exp_avg_sq", 1, 8, d114}}),
    CASE(NADAM, "PyTorch", "decoupled decay, maximize, lr drop", .lr_later = 0.002, .options = {REAL(lr, 0.02),
         REAL(weight_decay, 0.1), INT(decay, NADIR_DECAY_DECOUPLED), BOOL(maximize, 1)}, .p = d115,
         .states = {{"exp_avg", 0, 12, d91}, {"exp_avg", 1, 8, d92}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(RADAM, "PyTorch", "", .options = {REAL(lr, 0.02)}, .p = d116, .states = {{"exp_avg", 0, 12, d59},
         {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(RADAM, "PyTorch", "beta2 0.9, decay", .options = {REAL(lr, 0.02), REAL(beta2, 0.9), REAL(weight_decay, 0.1)},
         .p = d117, .states = {{"exp_avg", 0, 12, d118}, {"exp_avg", 1, 8, d119}, {"exp_avg_sq", 0, 12, d120},
         {"exp_avg_sq", 1, 8, d121}}),
    CASE(RADAM, "PyTorch", "beta2 0.5, never rectified", .options = {REAL(lr, 0.01), REAL(beta2, 0.5)}, .p = d122,
         .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d123},
         {"exp_avg_sq", 1, 8, d124}}),
    CASE(RADAM, "PyTorch", "decoupled decay, eps, maximize", .options = {REAL(lr, 0.02), REAL(eps, 0.001),
         REAL(weight_decay, 0.1), INT(decay, NADIR_DECAY_DECOUPLED), BOOL(maximize, 1)}, .p = d125,
         .states = {{"exp_avg", 0, 12, d91}, {"exp_avg", 1, 8, d92}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ASGD, "PyTorch", "", .options = {REAL(lr, 0.02)}, .p = d126, .evaluated = d127, .states = {{"ax", 0, 12, d128},
         {"ax", 1, 8, d129}}),
    CASE(ASGD, "PyTorch", "early average, decay", .options = {REAL(lr, 0.02), REAL(lambd, 0.1), REAL(alpha, 0.5),
         REAL(t0, 5.0), REAL(weight_decay, 0.1)}, .p = d130, .evaluated = d131, .states = {{"ax", 0, 12, d132},
         {"ax", 1, 8, d133}}),
    CASE(ASGD, "PyTorch", "maximize", .options = {REAL(t0, 1.0), BOOL(maximize, 1)}, .p = d134, .evaluated = d135,
         .states = {{"ax", 0, 12, d136}, {"ax", 1, 8, d137}}),
    CASE(RPROP, "PyTorch", "", .p = d138, .states = {{"prev", 0, 12, d139}, {"prev", 1, 8, d140}, {"step_size", 0, 12, d141},
         {"step_size", 1, 8, d142}}),
    CASE(RPROP, "PyTorch", "etas, step sizes, maximize", .options = {REAL(lr, 0.05), REAL(eta_minus, 0.4),
         REAL(eta_plus, 1.3), REAL(step_min, 0.01), REAL(step_max, 0.1), BOOL(maximize, 1)}, .p = d143,
         .states = {{"prev", 0, 12, d144}, {"prev", 1, 8, d145}, {"step_size", 0, 12, d146}, {"step_size", 1, 8, d147}}),
    CASE(ADAFACTOR, "PyTorch", "default", .p = d148, .states = {{"row_var", 0, 3, d149}, {"col_var", 0, 4, d150},
         {"variance", 1, 8, d151}}),
    CASE(ADAFACTOR, "PyTorch", "all", .options = {REAL(lr, 0.03), REAL(beta2_decay, -0.5), REAL(eps2, 0.01),
         REAL(clip_threshold, 1.5), REAL(weight_decay, 0.1), BOOL(maximize, 1)}, .p = d152,
         .states = {{"row_var", 0, 3, d153}, {"col_var", 0, 4, d154}, {"variance", 1, 8, d155}}),
    CASE(ADAFACTOR, "PyTorch", "default tall", .tall = true, .p = d156, .states = {{"row_var", 0, 4, d157},
         {"col_var", 0, 3, d158}, {"variance", 1, 8, d151}}),
    CASE(ADAFACTOR, "PyTorch", "all tall", .tall = true, .options = {REAL(lr, 0.03), REAL(beta2_decay, -0.5),
         REAL(eps2, 0.01), REAL(clip_threshold, 1.5), REAL(weight_decay, 0.1), BOOL(maximize, 1)}, .p = d159,
         .states = {{"row_var", 0, 4, d160}, {"col_var", 0, 3, d161}, {"variance", 1, 8, d155}}),
    CASE(ADAFACTOR, "PyTorch", "lr above 1 / sqrt(t), lr drop", .lr_later = 0.01, .options = {REAL(lr, 0.4)}, .p = d162,
         .states = {{"row_var", 0, 3, d149}, {"col_var", 0, 4, d150}, {"variance", 1, 8, d151}}),
    CASE(SGD, "Keras", "", .keras = true, .options = {REAL(lr, 0.01)}, .p = d7),
    CASE(SGD, "Keras", "decay", .keras = true, .options = {REAL(weight_decay, 0.1)}, .p = d163),
    CASE(SGD, "Keras", "clipnorm", .keras = true, .options = {REAL(clip.tensor_norm, 0.75)}, .p = d164),
    CASE(SGD, "Keras", "global_clipnorm", .keras = true, .options = {REAL(lr, 0.02), REAL(clip.norm, 1.5)}, .p = d165),
    CASE(MOMENTUM, "Keras", "lr drop", .keras = true, .lr_later = 0.001, .p = d166,
         .states = {{"momentum_buffer", 0, 12, d167}, {"momentum_buffer", 1, 8, d168}}),
    CASE(NESTEROV, "Keras", "lr drop, decay", .keras = true, .lr_later = 0.001, .options = {REAL(momentum, 0.8),
         REAL(weight_decay, 0.1)}, .p = d169, .states = {{"momentum_buffer", 0, 12, d170}, {"momentum_buffer", 1, 8, d171}}),
    CASE(ADAGRAD, "Keras", "", .keras = true, .options = {REAL(lr, 0.1)}, .p = d172, .states = {{"sum", 0, 12, d173},
         {"sum", 1, 8, d174}}),
    CASE(ADAGRAD, "Keras", "accumulator, eps, decay", .keras = true, .options = {REAL(lr, 0.1),
         REAL(initial_accumulator, 0.001), REAL(eps, 0.001), REAL(weight_decay, 0.1)}, .p = d175,
         .states = {{"sum", 0, 12, d176}, {"sum", 1, 8, d177}}),
    CASE(ADADELTA, "Keras", "", .keras = true, .options = {REAL(lr, 1.0)}, .p = d178, .states = {{"square_avg", 0, 12, d93},
         {"square_avg", 1, 8, d94}, {"acc_delta", 0, 12, d179}, {"acc_delta", 1, 8, d180}}),
    CASE(RMSPROP, "Keras", "", .keras = true, .options = {REAL(lr, 0.01)}, .p = d181, .states = {{"square_avg", 0, 12, d33},
         {"square_avg", 1, 8, d34}}),
    CASE(RMSPROP, "Keras", "centered, decay", .keras = true, .options = {REAL(lr, 0.01), BOOL(centered, 1),
         REAL(weight_decay, 0.1)}, .p = d182, .states = {{"square_avg", 0, 12, d33}, {"square_avg", 1, 8, d34},
         {"grad_avg", 0, 12, d59}, {"grad_avg", 1, 8, d60}}),
    CASE(RMSPROP, "Keras", "momentum, lr drop", .keras = true, .lr_later = 0.0002, .options = {REAL(lr, 0.002),
         REAL(momentum, 0.8)}, .p = d183, .states = {{"square_avg", 0, 12, d33}, {"square_avg", 1, 8, d34},
         {"momentum_buffer", 0, 12, d184}, {"momentum_buffer", 1, 8, d185}}),
    CASE(RMSPROP, "Keras", "centered, momentum, eps", .keras = true, .options = {REAL(lr, 0.002), REAL(alpha, 0.95),
         REAL(momentum, 0.8), REAL(eps, 0.001), BOOL(centered, 1)}, .p = d186, .states = {{"square_avg", 0, 12, d93},
         {"square_avg", 1, 8, d94}, {"momentum_buffer", 0, 12, d187}, {"momentum_buffer", 1, 8, d188},
         {"grad_avg", 0, 12, d189}, {"grad_avg", 1, 8, d190}}),
    CASE(ADAM, "Keras", "", .keras = true, .options = {REAL(lr, 0.02)}, .p = d191, .states = {{"exp_avg", 0, 12, d59},
         {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAM, "Keras", "amsgrad, decay", .keras = true, .options = {REAL(lr, 0.02), REAL(beta2, 0.9), BOOL(amsgrad, 1),
         REAL(weight_decay, 0.1)}, .p = d192, .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60},
         {"exp_avg_sq", 0, 12, d33}, {"exp_avg_sq", 1, 8, d34}, {"max_exp_avg_sq", 0, 12, d69},
         {"max_exp_avg_sq", 1, 8, d70}}),
    CASE(ADAM, "Keras", "eps, lr drop", .keras = true, .lr_later = 0.002, .options = {REAL(lr, 0.02), REAL(eps, 0.001)},
         .p = d193, .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61},
         {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAMW, "Keras", "", .keras = true, .p = d194, .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60},
         {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAMW, "Keras", "decay", .keras = true, .options = {REAL(lr, 0.02), REAL(weight_decay, 0.2)}, .p = d195,
         .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAMAX, "Keras", "", .keras = true, .options = {REAL(lr, 0.02)}, .p = d196, .states = {{"exp_avg", 0, 12, d59},
         {"exp_avg", 1, 8, d60}, {"exp_inf", 0, 12, d197}, {"exp_inf", 1, 8, d198}}),
    CASE(NADAM, "Keras", "", .keras = true, .options = {REAL(lr, 0.02)}, .p = d199, .states = {{"exp_avg", 0, 12, d59},
         {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(NADAM, "Keras", "decay, betas", .keras = true, .options = {REAL(lr, 0.02), REAL(beta1, 0.8), REAL(beta2, 0.99),
         REAL(weight_decay, 0.1)}, .p = d200, .states = {{"exp_avg", 0, 12, d72}, {"exp_avg", 1, 8, d73},
         {"exp_avg_sq", 0, 12, d43}, {"exp_avg_sq", 1, 8, d44}}),
    CASE(LION, "Keras", "", .keras = true, .p = d201, .states = {{"exp_avg", 0, 12, d49}, {"exp_avg", 1, 8, d50}}),
    CASE(LION, "Keras", "decay, betas", .keras = true, .options = {REAL(lr, 0.01), REAL(beta1, 0.8), REAL(beta2, 0.95),
         REAL(weight_decay, 0.1)}, .p = d202, .states = {{"exp_avg", 0, 12, d189}, {"exp_avg", 1, 8, d190}}),
    CASE(LAMB, "Keras", "", .keras = true, .options = {REAL(lr, 0.02)}, .p = d203, .states = {{"exp_avg", 0, 12, d59},
         {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(LAMB, "Keras", "decay", .keras = true, .options = {REAL(weight_decay, 0.004)}, .p = d204,
         .states = {{"exp_avg", 0, 12, d59}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 0, 12, d61}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAFACTOR, "Keras", "default", .keras = true, .options = {REAL(lr, 0.02)}, .p = d205,
         .states = {{"row_var", 0, 3, d206}, {"col_var", 0, 4, d207}, {"variance", 1, 8, d208}}),
    CASE(MUON, "Keras", "default", .keras = true, .options = {REAL(lr, 0.005)}, .p = d209,
         .states = {{"momentum_buffer", 0, 12, d189}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(ADAFACTOR, "Keras", "default tall", .keras = true, .tall = true, .options = {REAL(lr, 0.02)}, .p = d210,
         .states = {{"row_var", 0, 4, d211}, {"col_var", 0, 3, d212}, {"variance", 1, 8, d208}}),
    CASE(MUON, "Keras", "default tall", .keras = true, .tall = true, .options = {REAL(lr, 0.005)}, .p = d213,
         .states = {{"momentum_buffer", 0, 12, d189}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(MUON, "Keras", "plain momentum", .keras = true, .options = {REAL(lr, 0.005), REAL(weight_decay, 0.0),
         BOOL(nesterov, 0), REAL(momentum, 0.8)}, .p = d214, .states = {{"momentum_buffer", 0, 12, d72},
         {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(SCHEDULE_FREE, "Keras", "", .keras = true, .p = d215, .evaluated = d216, .states = {{"z", 0, 12, d217},
         {"exp_avg_sq", 0, 12, d61}, {"z", 1, 8, d218}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(LION, "Optax's formula", "", .options = {REAL(lr, 0.01), REAL(beta1, 0.9), REAL(beta2, 0.99),
         REAL(weight_decay, 0.001)}, .p = d219, .states = {{"exp_avg", 0, 12, d49}, {"exp_avg", 1, 8, d50}}),
    CASE(LION, "Optax's formula", "decay, betas, lr drop", .lr_later = 0.002, .options = {REAL(lr, 0.02), REAL(beta1, 0.8),
         REAL(beta2, 0.95), REAL(weight_decay, 0.2)}, .p = d220, .states = {{"exp_avg", 0, 12, d189},
         {"exp_avg", 1, 8, d190}}),
    CASE(LAMB, "Optax's formula", "", .options = {REAL(lr, 0.02), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-06),
         REAL(weight_decay, 0.0)}, .p = d221, .states = {{"exp_avg", 0, 12, d59}, {"exp_avg_sq", 0, 12, d61},
         {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(LAMB, "Optax's formula", "decay, lr drop", .lr_later = 0.002, .options = {REAL(lr, 0.02), REAL(beta1, 0.9),
         REAL(beta2, 0.999), REAL(eps, 1e-06), REAL(weight_decay, 0.2)}, .p = d222, .states = {{"exp_avg", 0, 12, d59},
         {"exp_avg_sq", 0, 12, d61}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(LAMB, "Optax's formula", "tall, from 0", .tall = true, .zero = true, .options = {REAL(lr, 0.02), REAL(beta1, 0.9),
         REAL(beta2, 0.999), REAL(eps, 1e-06), REAL(weight_decay, 0.0)}, .p = d223, .states = {{"exp_avg", 0, 12, d59},
         {"exp_avg_sq", 0, 12, d61}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(LARS, "Optax's formula", "", .options = {REAL(lr, 0.5), REAL(momentum, 0.9), REAL(weight_decay, 0.0),
         REAL(trust_coefficient, 0.02)}, .p = d224, .states = {{"momentum_buffer", 0, 12, d225},
         {"momentum_buffer", 1, 8, d226}}),
    CASE(LARS, "Optax's formula", "decay, lr drop", .lr_later = 0.05, .options = {REAL(lr, 0.5), REAL(momentum, 0.8),
         REAL(weight_decay, 0.1), REAL(trust_coefficient, 0.02)}, .p = d227, .states = {{"momentum_buffer", 0, 12, d228},
         {"momentum_buffer", 1, 8, d229}}),
    CASE(LARS, "Optax's formula", "tall, from 0", .tall = true, .zero = true, .options = {REAL(lr, 0.002),
         REAL(momentum, 0.9), REAL(weight_decay, 0.0), REAL(trust_coefficient, 0.02)}, .p = d230,
         .states = {{"momentum_buffer", 0, 12, d231}, {"momentum_buffer", 1, 8, d232}}),
    CASE(ADAN, "the authors' formula", "", .options = {REAL(lr, 0.02), REAL(beta1, 0.98), REAL(beta2, 0.92),
         REAL(beta3, 0.99), REAL(eps, 1e-08), REAL(weight_decay, 0.0)}, .p = d233, .states = {{"previous_grad", 0, 12, d78},
         {"exp_avg", 0, 12, d234}, {"exp_avg_diff", 0, 12, d235}, {"exp_avg_sq", 0, 12, d236}, {"previous_grad", 1, 8, d79},
         {"exp_avg", 1, 8, d237}, {"exp_avg_diff", 1, 8, d238}, {"exp_avg_sq", 1, 8, d239}}),
    CASE(ADAN, "the authors' formula", "decay, betas", .options = {REAL(lr, 0.02), REAL(beta1, 0.9), REAL(beta2, 0.8),
         REAL(beta3, 0.95), REAL(eps, 1e-08), REAL(weight_decay, 0.5)}, .p = d240, .states = {{"previous_grad", 0, 12, d78},
         {"exp_avg", 0, 12, d59}, {"exp_avg_diff", 0, 12, d241}, {"exp_avg_sq", 0, 12, d242}, {"previous_grad", 1, 8, d79},
         {"exp_avg", 1, 8, d60}, {"exp_avg_diff", 1, 8, d243}, {"exp_avg_sq", 1, 8, d244}}),
    CASE(SCHEDULE_FREE, "the authors' formula", "", .options = {REAL(lr, 0.02), REAL(beta1, 0.9), REAL(beta2, 0.999),
         REAL(eps, 1e-08), REAL(weight_decay, 0.0), BOOL(uniform_average, 0)}, .p = d245, .evaluated = d246,
         .states = {{"z", 0, 12, d247}, {"exp_avg_sq", 0, 12, d61}, {"z", 1, 8, d248}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(SCHEDULE_FREE, "the authors' formula", "decay, other lr later", .lr_later = 0.03, .options = {REAL(lr, 0.02),
         REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-08), REAL(weight_decay, 0.1), BOOL(uniform_average, 0)},
         .p = d249, .evaluated = d250, .states = {{"z", 0, 12, d251}, {"exp_avg_sq", 0, 12, d61}, {"z", 1, 8, d252},
         {"exp_avg_sq", 1, 8, d62}}),
    CASE(SOPHIA, "the authors' formula", "", .options = {REAL(lr, 0.02), REAL(beta1, 0.965), REAL(beta2, 0.99),
         REAL(rho, 0.04), REAL(batch, 1.0), REAL(weight_decay, 0.1)}, .p = d253, .states = {{"hessian", 0, 12, d254},
         {"exp_avg", 0, 12, d255}, {"hessian", 1, 8, d256}, {"exp_avg", 1, 8, d257}}),
    CASE(SOPHIA, "the authors' formula", "batch, rho", .options = {REAL(lr, 0.02), REAL(beta1, 0.9), REAL(beta2, 0.99),
         REAL(rho, 0.1), REAL(batch, 16.0), REAL(weight_decay, 0.0)}, .p = d258, .states = {{"hessian", 0, 12, d254},
         {"exp_avg", 0, 12, d59}, {"hessian", 1, 8, d256}, {"exp_avg", 1, 8, d60}}),
    CASE(MUON, "PyTorch's formula", "default", .options = {REAL(lr, 0.005), REAL(beta1, 0.9), REAL(beta2, 0.999),
         REAL(eps, 1e-07), REAL(momentum, 0.95), BOOL(nesterov, 1), INT(ns_steps, 5), REAL(weight_decay, 0.1),
         INT(muon_adjust, NADIR_MUON_ORIGINAL)}, .p = d259, .states = {{"momentum_buffer", 0, 12, d189},
         {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(MUON, "PyTorch's formula", "match_rms_adamw", .options = {REAL(lr, 0.005), REAL(beta1, 0.9), REAL(beta2, 0.999),
         REAL(eps, 1e-07), REAL(momentum, 0.95), BOOL(nesterov, 1), INT(ns_steps, 5), REAL(weight_decay, 0.1),
         INT(muon_adjust, NADIR_MUON_MATCH_RMS)}, .p = d260, .states = {{"momentum_buffer", 0, 12, d189},
         {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(MUON, "PyTorch's formula", "default tall", .tall = true, .options = {REAL(lr, 0.005), REAL(beta1, 0.9),
         REAL(beta2, 0.999), REAL(eps, 1e-07), REAL(momentum, 0.95), BOOL(nesterov, 1), INT(ns_steps, 5),
         REAL(weight_decay, 0.1), INT(muon_adjust, NADIR_MUON_ORIGINAL)}, .p = d261,
         .states = {{"momentum_buffer", 0, 12, d189}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(MUON, "PyTorch's formula", "match_rms_adamw tall", .tall = true, .options = {REAL(lr, 0.005), REAL(beta1, 0.9),
         REAL(beta2, 0.999), REAL(eps, 1e-07), REAL(momentum, 0.95), BOOL(nesterov, 1), INT(ns_steps, 5),
         REAL(weight_decay, 0.1), INT(muon_adjust, NADIR_MUON_MATCH_RMS)}, .p = d262,
         .states = {{"momentum_buffer", 0, 12, d189}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(MUON, "PyTorch's formula", "plain momentum, 3 steps", .options = {REAL(lr, 0.005), REAL(beta1, 0.9),
         REAL(beta2, 0.999), REAL(eps, 1e-07), REAL(momentum, 0.8), BOOL(nesterov, 0), INT(ns_steps, 3),
         REAL(weight_decay, 0.0), INT(muon_adjust, NADIR_MUON_ORIGINAL)}, .p = d263,
         .states = {{"momentum_buffer", 0, 12, d72}, {"exp_avg", 1, 8, d60}, {"exp_avg_sq", 1, 8, d62}}),
    CASE(SGD, "its formula", "L1", .options = {REAL(lr, 0.02), REAL(l1, 0.5), BOOL(l1_proximal, 0)}, .p = d264),
    CASE(SGD, "its formula", "L1 proximal", .options = {REAL(lr, 0.02), REAL(l1, 0.5), BOOL(l1_proximal, 1)}, .p = d265),
};

static const struct golden_defaults golden_defaults[] = {
    DEFAULTS(SGD, false, .options = {REAL(lr, 0.001), REAL(momentum, 0.0), REAL(dampening, 0.0), REAL(weight_decay, 0.0),
             BOOL(nesterov, 0), BOOL(maximize, 0), INT(decay, NADIR_DECAY_L2), BOOL(lr_in_momentum, 0)}),
    DEFAULTS(MOMENTUM, false, .options = {REAL(lr, 0.001), REAL(momentum, 0.9), REAL(dampening, 0.0),
             REAL(weight_decay, 0.0), BOOL(nesterov, 0), BOOL(maximize, 0)}),
    DEFAULTS(NESTEROV, false, .options = {REAL(lr, 0.001), REAL(momentum, 0.9), REAL(dampening, 0.0),
             REAL(weight_decay, 0.0), BOOL(nesterov, 1), BOOL(maximize, 0)}),
    DEFAULTS(ADAGRAD, false, .options = {REAL(lr, 0.01), REAL(lr_decay, 0.0), REAL(weight_decay, 0.0),
             REAL(initial_accumulator, 0.0), REAL(eps, 1e-10), BOOL(maximize, 0), INT(decay, NADIR_DECAY_L2),
             INT(eps_mode, NADIR_EPS_OUTSIDE)}),
    DEFAULTS(ADADELTA, false, .options = {REAL(lr, 1.0), REAL(rho, 0.9), REAL(eps, 1e-06), REAL(weight_decay, 0.0),
             BOOL(maximize, 0), INT(decay, NADIR_DECAY_L2), INT(eps_mode, NADIR_EPS_OUTSIDE)}),
    DEFAULTS(RMSPROP, false, .options = {REAL(lr, 0.01), REAL(alpha, 0.99), REAL(eps, 1e-08), REAL(weight_decay, 0.0),
             REAL(momentum, 0.0), BOOL(centered, 0), BOOL(maximize, 0), INT(decay, NADIR_DECAY_L2),
             INT(eps_mode, NADIR_EPS_OUTSIDE)}),
    DEFAULTS(ADAM, false, .options = {REAL(lr, 0.001), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-08),
             REAL(weight_decay, 0.0), BOOL(amsgrad, 0), BOOL(maximize, 0), INT(decay, NADIR_DECAY_L2),
             INT(eps_mode, NADIR_EPS_OUTSIDE)}),
    DEFAULTS(RPROP, false, .options = {REAL(lr, 0.01), REAL(eta_minus, 0.5), REAL(eta_plus, 1.2), REAL(step_min, 1e-06),
             REAL(step_max, 50.0), BOOL(maximize, 0), INT(decay, NADIR_DECAY_L2), INT(eps_mode, NADIR_EPS_OUTSIDE)}),
    DEFAULTS(ASGD, false, .options = {REAL(lr, 0.01), REAL(lambd, 0.0001), REAL(alpha, 0.75), REAL(t0, 1000000.0),
             REAL(weight_decay, 0.0), BOOL(maximize, 0), INT(decay, NADIR_DECAY_L2), INT(eps_mode, NADIR_EPS_OUTSIDE)}),
    DEFAULTS(ADAMAX, false, .options = {REAL(lr, 0.002), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-08),
             REAL(weight_decay, 0.0), BOOL(maximize, 0), INT(decay, NADIR_DECAY_L2), INT(eps_mode, NADIR_EPS_INSIDE)}),
    DEFAULTS(ADAMW, false, .options = {REAL(lr, 0.001), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-08),
             REAL(weight_decay, 0.01), BOOL(amsgrad, 0), BOOL(maximize, 0), INT(decay, NADIR_DECAY_DECOUPLED),
             INT(eps_mode, NADIR_EPS_OUTSIDE)}),
    DEFAULTS(NADAM, false, .options = {REAL(lr, 0.002), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-08),
             REAL(weight_decay, 0.0), REAL(momentum_decay, 0.004), INT(decay, NADIR_DECAY_L2), BOOL(maximize, 0)}),
    DEFAULTS(RADAM, false, .options = {REAL(lr, 0.001), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-08),
             REAL(weight_decay, 0.0), INT(decay, NADIR_DECAY_L2), BOOL(maximize, 0)}),
    DEFAULTS(ADAFACTOR, false, .options = {REAL(lr, 0.01), REAL(beta2_decay, -0.8), REAL(eps, 1.1920928955078125e-07),
             REAL(eps2, 0.001), REAL(clip_threshold, 1.0), REAL(weight_decay, 0.0), BOOL(maximize, 0),
             INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(MUON, false, .options = {REAL(lr, 0.001), REAL(weight_decay, 0.1), REAL(momentum, 0.95), BOOL(nesterov, 1),
             REAL(eps, 1e-07), INT(ns_steps, 5), INT(decay, NADIR_DECAY_DECOUPLED), INT(muon_adjust, NADIR_MUON_ORIGINAL)}),
    DEFAULTS(SGD, true, .options = {REAL(lr, 0.01), REAL(momentum, 0.0), BOOL(nesterov, 0), REAL(weight_decay, 0.0),
             BOOL(lr_in_momentum, 1), INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(MOMENTUM, true, .options = {REAL(lr, 0.01), REAL(momentum, 0.9), BOOL(nesterov, 0), REAL(weight_decay, 0.0),
             BOOL(lr_in_momentum, 1), INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(NESTEROV, true, .options = {REAL(lr, 0.01), REAL(momentum, 0.9), BOOL(nesterov, 1), REAL(weight_decay, 0.0),
             BOOL(lr_in_momentum, 1), INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(ADAGRAD, true, .options = {REAL(lr, 0.001), REAL(initial_accumulator, 0.1), REAL(eps, 1e-07),
             REAL(weight_decay, 0.0), INT(eps_mode, NADIR_EPS_INSIDE), INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(ADADELTA, true, .options = {REAL(lr, 0.001), REAL(rho, 0.95), REAL(eps, 1e-07), REAL(weight_decay, 0.0),
             INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(RMSPROP, true, .options = {REAL(lr, 0.001), REAL(alpha, 0.9), REAL(momentum, 0.0), REAL(eps, 1e-07),
             BOOL(centered, 0), REAL(weight_decay, 0.0), INT(eps_mode, NADIR_EPS_INSIDE), BOOL(lr_in_momentum, 1),
             INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(ADAM, true, .options = {REAL(lr, 0.001), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-07),
             BOOL(amsgrad, 0), REAL(weight_decay, 0.0), INT(eps_mode, NADIR_EPS_HAT), INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(ADAMW, true, .options = {REAL(lr, 0.001), REAL(weight_decay, 0.004), REAL(beta1, 0.9), REAL(beta2, 0.999),
             REAL(eps, 1e-07), BOOL(amsgrad, 0), INT(eps_mode, NADIR_EPS_HAT), INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(ADAMAX, true, .options = {REAL(lr, 0.001), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-07),
             REAL(weight_decay, 0.0), INT(eps_mode, NADIR_EPS_OUTSIDE), INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(NADAM, true, .options = {REAL(lr, 0.001), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-07),
             REAL(weight_decay, 0.0), REAL(momentum_decay, 1.0), INT(eps_mode, NADIR_EPS_OUTSIDE),
             INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(LION, true, .options = {REAL(lr, 0.001), REAL(beta1, 0.9), REAL(beta2, 0.99), REAL(weight_decay, 0.0),
             INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(LAMB, true, .options = {REAL(lr, 0.001), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-07),
             REAL(weight_decay, 0.0), INT(eps_mode, NADIR_EPS_OUTSIDE), INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(ADAFACTOR, true, .options = {REAL(lr, 0.001), REAL(beta2_decay, -0.8), REAL(eps2, 0.001),
             REAL(weight_decay, 0.0), INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(MUON, true, .options = {REAL(lr, 0.001), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-07),
             REAL(weight_decay, 0.004), REAL(momentum, 0.95), INT(ns_steps, 5), BOOL(nesterov, 1),
             INT(muon_adjust, NADIR_MUON_MATCH_RMS), INT(eps_mode, NADIR_EPS_HAT), INT(decay, NADIR_DECAY_DECOUPLED)}),
    DEFAULTS(SCHEDULE_FREE, true, .options = {REAL(lr, 0.0025), REAL(beta1, 0.9), REAL(beta2, 0.999), REAL(eps, 1e-08),
             REAL(weight_decay, 0.0), BOOL(uniform_average, 1)}),
};

#undef REAL
#undef INT
#undef BOOL
#undef LONG
#undef CASE
#undef DEFAULTS

#endif
