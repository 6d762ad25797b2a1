/* SPDX-License-Identifier: MIT */
/* Losses with value and gradient, by PyTorch 2.15.0 and Keras 3.15.1 (those with .keras) in double, shortened to 29 bits.
 * Made by make_losses.py, which says what is left out. */
#ifndef NADIR_GOLDEN_LOSSES_H
#define NADIR_GOLDEN_LOSSES_H

#include "nadir/loss.h"

#include <math.h>
#include <stddef.h>

/* A member of the options that differs from the default or the preset. */
struct golden_option {
    size_t offset;
    enum golden_type { GOLDEN_END, GOLDEN_REAL, GOLDEN_INT, GOLDEN_BOOL } type; /* INT: enums as well */
    double value;
};

/* Data NULL: absent. */
struct golden_tensor {
    enum nadir_dtype dtype;
    unsigned rank;
    size_t shape[3];
    const void *data;
};

struct golden_loss {
    enum nadir_loss loss;
    enum nadir_reduction reduction;
    const char *note;                /* what is special, for the title */
    bool keras;                      /* options start from nadir_loss_params_keras */
    struct golden_option options[4]; /* up to the first GOLDEN_END */
    struct golden_tensor x[3], target, weight, pos_weight, sample_weight, upstream, input_lengths, target_lengths;
    const double *value, *gradient[3]; /* expected */
};

#define REAL(member, value) {offsetof(struct nadir_loss_params, member), GOLDEN_REAL, value}
#define INT(member, value) {offsetof(struct nadir_loss_params, member), GOLDEN_INT, value}
#define BOOL(member, value) {offsetof(struct nadir_loss_params, member), GOLDEN_BOOL, value}
#define RANK(...) (sizeof((size_t[]){__VA_ARGS__}) / sizeof(size_t))
#define FLOATS(data, ...) {NADIR_F32, RANK(__VA_ARGS__), {__VA_ARGS__}, data}
#define INTS(data, ...) {NADIR_I32, RANK(__VA_ARGS__), {__VA_ARGS__}, data}
#define VALUE(x) (const double[]){x}
#define CASE(loss_, reduction_, ...) {NADIR_LOSS_##loss_, NADIR_REDUCTION_##reduction_, __VA_ARGS__}

static const float f0[15] = {
    0x1.1454f8p-1f, 0x1.97f94cp+0f, 0x1.70f9fcp+1f, 0x1.1572d8p+0f, 0x1.de5fp+0f, -0x1.81bc7p+1f, -0x1.49c91cp+0f,
    0x1.d93c74p+0f, 0x1.a680ccp+0f, -0x1.00629ap+2f, -0x1.1fe474p+0f, 0x1.64d322p+1f, 0x1.79c168p+1f, 0x1.6966bcp-1f,
    0x1.92dd3cp+0f,
};
static const float f1[15] = {
    0x1.e45958p-1f, 0x1.d46cep-1f, -0x1.b22f52p+0f, 0x1.148fc8p+0f, 0x1.e01f32p+0f, 0x1.1e664p+0f, 0x1.54aceap+0f,
    0x1.58cfe8p+0f, 0x1.41032ap+0f, 0x1.a9646p-1f, -0x1.85248p+0f, 0x1.14fbbp+0f, -0x1.f21b0cp-1f, 0x1.43314cp+0f,
    -0x1.eb0c1ap+0f,
};
static const float f2[15] = {
    -0x1.c2f45cp-3f, 0x1.2de0d4p+0f, 0x1.6b945ap+0f, -0x1.abe878p+0f, 0x1.44a1b8p+1f, -0x1.579d2ap+0f, -0x1.111ebap-1f,
    0x1.d93c74p+0f, 0x1.a87766p-3f, -0x1.42fb6cp+1f, 0x1.e7f43p-2f, 0x1.97fba8p-3f, 0x1.a5dc1p-3f, 0x1.717a96p-2f,
    0x1.0bed34p+1f,
};
static const double d0[15] = {
    0x1.27a7f17p-1, 0x1.5fc22dbp-3, 0x1.11bdc2bp+1, 0x1.e5de03dp+2, 0x1.c850c26p-2, 0x1.658b56ep+1, 0x1.23b03e1p-1, 0x0p+0,
    0x1.0a94bc2p+1, 0x1.196720bp+1, 0x1.482128dp+1, 0x1.acd0c8dp+2, 0x1.e2526acp+2, 0x1.e7a5ae2p-4, 0x1.14583fp-2,
};
static const double d1[15] = {
    0x1.700ef6bp+0, 0x1.8443b51p-1, -0x1.3d79a6bp+2, 0x1.7d014dbp+2, -0x1.4081251p+1, -0x1.deaa59dp+1, -0x1.0123351p+1, 0x0p+0,
    0x1.cf4459ep+1, -0x1.3b5e67p+1, 0x1.37870c1p+2, 0x1.667baa2p+2, -0x1.55da7d7p+2, 0x1.be0f9cep-1, 0x1.fe2fb98p+0,
};
static const double d2[15] = {
    0x1.9f02322p-4, 0x1.c4acaabp-5, 0x1.8f54ecdp-3, 0x1.7830b33p-2, -0x1.6c92p-4, -0x1.c861d33p-3, -0x1.9c36ecdp-4, 0x0p+0,
    0x1.8a13104p-3, -0x1.94e1aabp-3, -0x1.b534ccdp-3, 0x1.616a08p-2, 0x1.76d0b22p-2, 0x1.78e0f11p-5, -0x1.1bb5b33p-4,
};
static const double d3[15] = {
    0x1.85120fp+0, 0x1.a861ep-1, 0x1.765f9ep+1, 0x1.60ada8p+2, -0x1.55c8ep+0, -0x1.abdbb6p+1, -0x1.82737ep+0, 0x0p+0,
    0x1.7171df4p+1, -0x1.7b939p+1, -0x1.99e18p+1, 0x1.4b53678p+2, 0x1.5f63a7p+2, 0x1.6152e2p-1, -0x1.09fa58p+0,
};
static const float f3[24] = {
    -0x1.991cfap+0f, -0x1.11b43p-2f, -0x1.8e971cp-2f, -0x1.640e3ep-6f, -0x1.26d40ap-1f, -0x1.1cc098p+2f, -0x1.9740ccp+0f,
    -0x1.da9e48p-2f, -0x1.d895bp-1f, 0x1.2986ep+1f, 0x1.cbf488p-1f, -0x1.e9ba96p-1f, -0x1.b6e09p+1f, -0x1.1a5db8p-1f,
    -0x1.52c1ecp+0f, 0x1.a35656p-1f, 0x1.c6adc8p-1f, -0x1.222bc4p+0f, 0x1.2cdc4cp-1f, 0x1.1ed734p+0f, 0x1.08ea92p+1f,
    0x1.ee7c04p+0f, 0x1.4d7afp+0f, -0x1.0961d2p+1f,
};
static const float f4[24] = {
    0x1.a58a74p+0f, 0x1.100544p+0f, 0x1.39aa4p-1f, 0x1.4bd202p+0f, 0x1.f2f45ap+0f, -0x1.d4b9b4p-1f, 0x1.017ec2p+0f,
    0x1.d62616p+0f, 0x1.2548b8p+0f, -0x1.ed566cp-1f, 0x1.195406p+0f, 0x1.4707e6p+0f, 0x1.472aa8p-1f, 0x1.0920fcp+0f,
    0x1.fa2c5p+0f, 0x1.16d738p+0f, 0x1.eee0d4p+0f, 0x1.ea1658p-1f, 0x1.e58aacp-1f, 0x1.06c55ap+0f, 0x1.28a7dcp-1f,
    -0x1.98b536p-1f, -0x1.b40932p+0f, 0x1.5fec94p-1f,
};
static const float f5[24] = {
    0x1.78273cp+0f, 0x1.3b4488p-1f, 0x1.535c08p+1f, -0x1.ff1d9p-4f, 0x1.86afap-1f, 0x1.ad3d6p+0f, 0x1.b15f12p+0f,
    0x1.b2fd98p-3f, -0x1.2d3366p+1f, -0x1.afe288p+0f, -0x1.e2facp-2f, 0x1.e0bd2p-1f, 0x1.16f50ap-3f, -0x1.c203c4p-1f,
    -0x1.7800aep-1f, 0x1.eb5d54p-1f, -0x1.773acp+0f, -0x1.395538p+0f, 0x1.bc13ecp+0f, -0x1.d0e5fp+0f, 0x1.857cf6p-1f,
    -0x1.4b0e8ep-1f, 0x1.d6fb26p-1f, 0x1.b2ba5p-2f,
};
static const double d4[24] = {
    0x1.2d186cbp+3, 0x1.8f3e145p-1, 0x1.27d3d02p+3, 0x1.5bfcde2p-7, 0x1.caea77ep+0, 0x1.2c3868p+5, 0x1.590b309p+3,
    0x1.d3cb4dep-2, 0x1.05c9f86p+1, 0x1.0178ae3p+4, 0x1.e07e40dp+0, 0x1.cbddecep+1, 0x1.96ae549p+3, 0x1.b7283d7p-4,
    0x1.631db4p-2, 0x1.443ef11p-6, 0x1.6294529p+2, 0x1.0c3cc73p-7, 0x1.50d4e29p+0, 0x1.13eee8ap+3, 0x1.b69c505p+0,
    0x1.a9683ebp+2, 0x1.2c0fd9dp-3, 0x1.8f4ed9ap+2,
};
static const double d5[24] = {
    -0x1.434377ep+3, -0x1.e069d6bp+0, -0x1.dcd9306p+1, 0x1.118ef1ap-2, -0x1.4e061cdp+2, 0x1.66ecc4fp+3, -0x1.a6c45cdp+2,
    -0x1.3dc516ap+1, 0x1.a36dfd4p+1, -0x1.eec0da2p+2, 0x1.816c20cp+1, -0x1.35ef36bp+2, -0x1.2395084p+2, 0x1.5b40f87p-1,
    -0x1.2a14b8ep+1, -0x1.39d095dp-2, 0x1.23358f4p+3, 0x1.62baec7p-3, -0x1.1679106p+1, 0x1.81cf8bdp+2, 0x1.844deb2p+0,
    -0x1.076e1c4p+2, -0x1.4dce0eep+0, -0x1.b78644ep+1,
};
static const double d6[24] = {
    -0x1.05c1675p-2, -0x1.2d69cp-4, -0x1.03749dp-2, 0x1.1966abp-7, -0x1.c902715p-4, -0x1.055ff55p-1, -0x1.18354ap-2,
    -0x1.cd68b8p-5, 0x1.e825455p-4, 0x1.565018p-2, 0x1.d3a1455p-4, -0x1.437d3cbp-3, -0x1.3035407p-2, 0x1.bf102p-6,
    -0x1.920438p-5, -0x1.80254abp-7, 0x1.91b66d5p-3, 0x1.ee1fp-8, -0x1.8787b2bp-4, 0x1.f528c2bp-3, 0x1.bec8e15p-4,
    0x1.b80232p-3, 0x1.054e4d5p-5, -0x1.aa4c255p-3,
};
static const double d7[24] = {
    -0x1.88a21bp+1, -0x1.c41eap-1, -0x1.852eeb8p+1, 0x1.a61a008p-4, -0x1.56c1d5p+0, -0x1.880ffp+2, -0x1.a44fefp+1,
    -0x1.5a0e8ap-1, 0x1.6e1bf4p+0, 0x1.00bc12p+2, 0x1.5eb8f4p+0, -0x1.e53bdbp+0, -0x1.c84fe0ap+1, 0x1.4f4c18p-2, -0x1.2d832ap-1,
    -0x1.201bf8p-3, 0x1.2d48d2p+1, 0x1.72974p-4, -0x1.25a5c6p+0, 0x1.77de92p+1, 0x1.4f16a9p+0, 0x1.4a01a58p+1, 0x1.87f574p-2,
    -0x1.3fb91cp+1,
};
static const double d8[15] = {
    0x1.3741a5ap-5, 0x1.53818p-6, 0x1.2b7fb1ap-4, 0x1.1a24866p-3, -0x1.116d8p-5, -0x1.56495e6p-4, -0x1.352931ap-5, 0x0p+0,
    0x1.278e4c3p-4, -0x1.2fa94p-4, -0x1.47e799ap-4, 0x1.090f86p-3, 0x1.191c85ap-3, 0x1.1aa8b4dp-6, -0x1.a9908cdp-6,
};
static const float f6[2] = {
    0x1.85f59p-1f, 0x1.8e6d86p+0f,
};
static const double d9[24] = {
    0x1.caa6eeep+2, 0x1.301425fp-1, 0x1.c2a09f6p+2, 0x1.090a852p-7, 0x1.5d873e5p+0, 0x1.c951b0ep+4, 0x1.06cc7d5p+3,
    0x1.644a53p-2, 0x1.8ec703fp+0, 0x1.88335ap+3, 0x1.6df65fdp+0, 0x1.5e40ab8p+1, 0x1.3c78825p+4, 0x1.55be38cp-3,
    0x1.14580dbp-1, 0x1.f8a4935p-6, 0x1.13ed259p+3, 0x1.a1793ffp-7, 0x1.061d89ap+1, 0x1.ad737adp+3, 0x1.5551558p+1,
    0x1.4b0b08cp+3, 0x1.d301048p-3, 0x1.36bbb5fp+3,
};
static const double d10[24] = {
    -0x1.ec6b9a8p+2, -0x1.6de6d36p+0, -0x1.6b2fb75p+1, 0x1.a0b49cep-3, -0x1.fccfb18p+1, 0x1.115f08ep+3, -0x1.41fef46p+2,
    -0x1.e40d4bcp+0, 0x1.3f743bp+1, -0x1.78d2d03p+2, 0x1.258d818p+1, -0x1.d81dca5p+1, -0x1.c5ce71ep+2, 0x1.0e39c95p+0,
    -0x1.cfebbe5p+1, -0x1.e8688bp-2, 0x1.c539dafp+3, 0x1.140b2f7p-2, -0x1.b1675adp+1, 0x1.2c3add6p+3, 0x1.2e2ba2p+1,
    -0x1.99fde3cp+2, -0x1.03c2955p+1, -0x1.560764bp+2,
};
static const double d11[24] = {
    -0x1.8eb9f76p-3, -0x1.cb22d08p-5, -0x1.8b39132p-3, 0x1.aca6ef6p-8, -0x1.5c138b5p-4, -0x1.8e2587ap-2, -0x1.aad5c21p-3,
    -0x1.5f6d5c3p-5, 0x1.73ca705p-4, 0x1.04b807dp-2, 0x1.642a4f6p-4, -0x1.ecc39ap-4, -0x1.d974f01p-2, 0x1.5be52adp-5,
    -0x1.38d746ap-4, -0x1.2aef298p-6, 0x1.389abd7p-2, 0x1.8083cbfp-7, -0x1.30ae3ccp-3, 0x1.85fde3bp-2, 0x1.5badb9ep-3,
    0x1.5667d48p-2, 0x1.96af876p-5, -0x1.4bbc61dp-2,
};
static const double d12[24] = {
    -0x1.5806cep-3, -0x1.8c2615fp-5, -0x1.5500f45p-3, 0x1.71d8caep-8, -0x1.2c53331p-4, -0x1.5786bb5p-2, -0x1.70476e8p-3,
    -0x1.2f3755bp-5, 0x1.40c93ffp-4, 0x1.c1e75p-3, 0x1.334de27p-4, -0x1.a929dd4p-4, -0x1.9881444p-2, 0x1.2c2b2f5p-5,
    -0x1.0dec63cp-4, -0x1.01ecacdp-6, 0x1.0db8289p-2, 0x1.4bc3be1p-7, -0x1.06e1f05p-3, 0x1.507d7cbp-2, 0x1.2bfb597p-3,
    0x1.276ea41p-2, 0x1.5ee4d75p-5, -0x1.1e39e91p-2,
};
static const double d13[15] = {
    0x1.27a7f17p-2, 0x1.5fc22dbp-4, 0x1.11bdc2bp+0, 0x1.e5de03dp+1, 0x1.c850c26p-3, 0x1.658b56ep+0, 0x1.23b03e1p-2, 0x0p+0,
    0x1.0a94bc2p+0, 0x1.196720bp+0, 0x1.482128dp+0, 0x1.acd0c8dp+1, 0x1.e2526acp+1, 0x1.e7a5ae2p-5, 0x1.14583fp-3,
};
static const double d14[15] = {
    0x1.700ef6bp-1, 0x1.8443b51p-2, -0x1.3d79a6bp+1, 0x1.7d014dbp+1, -0x1.4081251p+0, -0x1.deaa59dp+0, -0x1.0123351p+0, 0x0p+0,
    0x1.cf4459ep+0, -0x1.3b5e67p+0, 0x1.37870c1p+1, 0x1.667baa2p+1, -0x1.55da7d7p+1, 0x1.be0f9cep-2, 0x1.fe2fb98p-1,
};
static const double d15[15] = {
    0x1.9f02322p-5, 0x1.c4acaabp-6, 0x1.8f54ecdp-4, 0x1.7830b33p-3, -0x1.6c92p-5, -0x1.c861d33p-4, -0x1.9c36ecdp-5, 0x0p+0,
    0x1.8a13104p-4, -0x1.94e1aabp-4, -0x1.b534ccdp-4, 0x1.616a08p-3, 0x1.76d0b22p-3, 0x1.78e0f11p-6, -0x1.1bb5b33p-5,
};
static const double d16[15] = {
    0x1.85120fp-1, 0x1.a861ep-2, 0x1.765f9ep+0, 0x1.60ada8p+1, -0x1.55c8ep-1, -0x1.abdbb6p+0, -0x1.82737ep-1, 0x0p+0,
    0x1.7171df4p+0, -0x1.7b939p+0, -0x1.99e18p+0, 0x1.4b53678p+1, 0x1.5f63a7p+1, 0x1.6152e2p-2, -0x1.09fa58p-1,
};
static const double d17[15] = {
    0x1.85120fp-1, 0x1.a861ep-2, 0x1.765f9ep+0, 0x1.60ada8p+1, 0x1.55c8ep-1, 0x1.abdbb6p+0, 0x1.82737ep-1, 0x0p+0,
    0x1.7171df4p+0, 0x1.7b939p+0, 0x1.99e18p+0, 0x1.4b53678p+1, 0x1.5f63a7p+1, 0x1.6152e2p-2, 0x1.09fa58p-1,
};
static const double d18[15] = {
    0x1.e45958p-1, 0x1.d46cep-1, -0x1.b22f52p+0, 0x1.148fc8p+0, -0x1.e01f32p+0, -0x1.1e664p+0, -0x1.54aceap+0, 0x0p+0,
    0x1.41032ap+0, -0x1.a9646p-1, 0x1.85248p+0, 0x1.14fbbp+0, -0x1.f21b0cp-1, 0x1.43314cp+0, 0x1.eb0c1ap+0,
};
static const double d19[15] = {
    0x1.1111111p-4, 0x1.1111111p-4, 0x1.1111111p-4, 0x1.1111111p-4, -0x1.1111111p-4, -0x1.1111111p-4, -0x1.1111111p-4, 0x0p+0,
    0x1.1111111p-4, -0x1.1111111p-4, -0x1.1111111p-4, 0x1.1111111p-4, 0x1.1111111p-4, 0x1.1111111p-4, -0x1.1111111p-4,
};
static const double d20[15] = {
    0x1p+0, 0x1p+0, 0x1p+0, 0x1p+0, -0x1p+0, -0x1p+0, -0x1p+0, 0x0p+0, 0x1p+0, -0x1p+0, -0x1p+0, 0x1p+0, 0x1p+0, 0x1p+0,
    -0x1p+0,
};
static const double d21[24] = {
    -0x1.5555555p-5, -0x1.5555555p-5, -0x1.5555555p-5, 0x1.5555555p-5, -0x1.5555555p-5, -0x1.5555555p-5, -0x1.5555555p-5,
    -0x1.5555555p-5, 0x1.5555555p-5, 0x1.5555555p-5, 0x1.5555555p-5, -0x1.5555555p-5, -0x1.5555555p-5, 0x1.5555555p-5,
    -0x1.5555555p-5, -0x1.5555555p-5, 0x1.5555555p-5, 0x1.5555555p-5, -0x1.5555555p-5, 0x1.5555555p-5, 0x1.5555555p-5,
    0x1.5555555p-5, 0x1.5555555p-5, -0x1.5555555p-5,
};
static const float f7[15] = {
    -0x1.80ad5ap+1f, -0x1.d948f8p-1f, 0x1.952b8ap+0f, -0x1.d51b34p+0f, 0x1.40dcd4p+2f, -0x1.3d546ap+0f, -0x1.4e4eb8p+0f,
    -0x1.152c0cp+0f, -0x1.468806p+1f, -0x1.46efb8p+0f, 0x1.93061ap+1f, 0x1.3ac2e8p-3f, -0x1.3cda8p+1f, 0x1.6d0a3ep+0f,
    0x1.2257c2p+2f,
};
static const double d22[15] = {
    0x1.247e144p+1, 0x1.9a855p+0, 0x1.b071aa7p-7, 0x1.a852918p-7, 0x1.fa2fep+0, 0x1.596dd64p-8, 0x1.3180223p-2, 0x1.37344p+1,
    0x1.210f7c6p+1, 0x1.7e0e4p-1, 0x1.160794p+1, 0x1.0f9240ap-10, 0x1.173841p+1, 0x1.215731p-1, 0x1.f184ap+0,
};
static const double d23[15] = {
    -0x1.e45958p-1, -0x1.d46cep-1, -0x1.1a27fddp-2, -0x1.640eb1bp-3, 0x1.e01f32p+0, 0x1.d67c60fp-4, -0x1.0727b63p+0,
    -0x1.58cfe8p+0, -0x1.41032ap+0, 0x1.a9646p-1, -0x1.85248p+0, -0x1.937356fp-5, 0x1.f21b0cp-1, 0x1.43314cp+0, -0x1.eb0c1ap+0,
};
static const float f8[15] = {
    -0x1.1a561ap+1f, 0x1.8eb43p-2f, 0x1.ac2bd2p+0f, -0x1.b0f24p+1f, -0x1.f6dfp-3f, -0x1.d9a28p-6f, -0x1.7f61eep+1f,
    0x1.18765cp+0f, -0x1.62bcap+0f, -0x1.11976p-2f, 0x1.0e4658p+0f, 0x1.9727bcp+0f, -0x1.d3555ap+0f, 0x1.71c90ap+1f,
    0x1.2e241ap+1f,
};
static const double d24[15] = {
    0x1.19f1285p-1, 0x1.89201e4p-3, 0x1.04c159fp-5, 0x1.df805cap-2, 0x1.943bc06p-1, 0x1.656045fp-2, 0x1.631542dp-1,
    0x1.727f449p-3, 0x1.bb462f1p-2, 0x1.437ff69p-1, 0x1.07ba278p-3, 0x1.7d4f0e6p-2, 0x1.20ffe0ep-1, 0x1.6d47d29p-1,
    0x1.24a8377p-5,
};
static const double d25[15] = {
    -0x1.229c026p-2, -0x1.190e20cp-2, -0x1.b632e7cp-2, -0x1.4bdfbdbp-2, -0x1.2012b86p-1, 0x1.57ade75p-2, -0x1.98cf804p-2,
    -0x1.9dc64abp-2, -0x1.8137003p-2, 0x1.fe78748p-3, -0x1.d2f89adp-2, 0x1.4c613a7p-2, 0x1.2add08p-2, 0x1.83d4c2ap-2,
    -0x1.0683a4cp-1,
};
static const float f9[15] = {
    -0x1.e2542ap+0f, 0x1.f746ap-1f, -0x1.686a24p-1f, -0x1.cf5bcp+0f, 0x1.0d87c6p+2f, -0x1.586e7ep+1f, 0x1.004e02p+1f,
    0x1.61dcf8p+1f, -0x1.4552acp-2f, -0x1.960eb8p+0f, -0x1.37f1cp-4f, -0x1.fdfd8cp-2f, -0x1.c3223ap+0f, 0x1.0def36p+1f,
    0x1.f2707p+1f,
};
static const double d26[15] = {
    0x1.6260b9fp+0, 0x1.3b82cbp-6, 0x1.20c605bp+1, 0x1.3a2e667p-7, 0x1.67379b2p+0, 0x1.d19d13fp-1, 0x1.9b76394p+1,
    0x1.ad93486p-2, 0x1.1a31a67p-3, 0x1.c1a67c7p-2, 0x1.38c8012p-3, 0x1.f1d28cep-3, 0x1.efdc8c7p+0, 0x1.871fbb8p+0,
    0x1.9f20263p+0,
};
static const double d27[15] = {
    -0x1.92f4844p+0, -0x1.6fb74cep-3, 0x1.cd23feap+1, -0x1.326195cp-3, 0x1.92280ebp+1, -0x1.823f326p+0, 0x1.a9d8248p+1,
    0x1.3bd70eap+0, -0x1.510915p-1, 0x1.8ea66dcp-1, 0x1.ae23a9fp-1, -0x1.82407bfp-1, 0x1.ea3149ep+0, 0x1.1a7a31ep+1,
    -0x1.ba2899ap+1,
};
static const float f10[15] = {
    0x1.9d31c8p-1f, 0x1.7a0bfep+1f, 0x1.1ab626p+2f, 0x1.273fap+0f, -0x1.6f8acp-2f, -0x1.50fce4p-1f, -0x1.94a2aap-1f,
    0x1.6f01fap+1f, -0x1.7f8becp-2f, -0x1.af9bb8p+0f, -0x1.245296p+1f, 0x1.9204ecp+0f, 0x1.8b49ap+1f, -0x1.6df9b4p-3f,
    -0x1.2c232p-2f,
};
static const double d28[15] = {
    0x1.0deedfp-1, 0x1.463728p+0, 0x1.3fa21fp+1, 0x1.29940cp+1, 0x1.32931p+1, 0x1.df2c0dp-3, 0x1.0e412e8p-5, 0x1.098fp-1,
    0x1.5aa2623p-3, 0x1.66f8f3ep-2, 0x1.21511cp+1, 0x1.be0aeep-1, 0x1.30ebdfp+1, 0x1.2a10d2bp-3, 0x1.e2e33p+0,
};
static const double d29[15] = {
    0x1.e45958p-1, 0x1.d46cep-1, -0x1.b22f52p+0, 0x1.148fc8p+0, -0x1.e01f32p+0, 0x1.87d4873p-1, -0x1.5e081f3p-2, 0x1.58cfe8p+0,
    -0x1.758a55cp-1, 0x1.6431542p-1, 0x1.85248p+0, 0x1.14fbbp+0, -0x1.f21b0cp-1, -0x1.5cbc8a9p-1, 0x1.eb0c1ap+0,
};
static const float f11[15] = {
    -0x1.5b64a2p+1f, 0x1.3517a8p-1f, 0x1.5ff65ap+0f, -0x1.5640c4p+0f, 0x1.74cff8p+1f, 0x1.d5bbfcp-1f, -0x1.13e40cp+0f,
    0x1.5a33d2p+1f, -0x1.631b4ap+0f, 0x1.b595cp-2f, 0x1.a0b3e4p+0f, -0x1.bc1a18p-3f, 0x1.16caa4p+1f, 0x1.6c3b36p+0f,
    0x1.4dc82p+1f,
};
static const double d30[15] = {
    0x1.2c0229p+1, 0x1.b3ba66p-2, 0x1.c1dd0c3p-9, 0x1.7a0a6cp-3, 0x1.cfb0ccp-3, 0x1.0e0a60cp+1, 0x1.93b922p-2, 0x1.698993p-1,
    0x1.71c3d04p+0, 0x1.667af0cp+1, 0x1.0050718p+0, 0x1.107146p-2, 0x1.d2735f8p+0, 0x1.d2ec54p-1, 0x1.753dc6p-2,
};
static const double d31[15] = {
    -0x1.e45958p-1, -0x1.d46cep-1, 0x1.06b56bbp-2, 0x1.148fc8p+0, 0x1.e01f32p+0, 0x1.1e664p+0, -0x1.54aceap+0, 0x1.58cfe8p+0,
    -0x1.41032ap+0, 0x1.a9646p-1, -0x1.85248p+0, -0x1.14fbbp+0, -0x1.f21b0cp-1, 0x1.43314cp+0, -0x1.eb0c1ap+0,
};
static const float f12[15] = {
    0x1.5c541ap+1f, 0x1.2e2fcap+1f, 0x1.719abp+1f, -0x1.1770ap+1f, 0x1.4109cep+2f, -0x1.3e9e0ep+1f, -0x1.59416cp+0f,
    0x1.b34658p-1f, -0x1.cdc5f4p+0f, -0x1.35776p+2f, -0x1.148f2p-3f, 0x1.4fd9f6p+1f, -0x1.49db82p+0f, -0x1.2e6e8ep+1f,
    0x1.686134p+0f,
};
static const double d32[15] = {
    0x1.b106bf8p+0, 0x1.1df2a3p-2, 0x1.b8edb71p-2, 0x1.acd71f5p-5, 0x1.3ae9011p+0, 0x1.0d6a93bp-2, 0x1.1036206p-3,
    0x1.9851286p-3, 0x1.9e249cap-1, 0x1.11b55bep+0, 0x1.3261a76p-4, 0x1.2cfeeccp+0, 0x1.c96c073p-2, 0x1.793bc18p+0,
    0x1.80e2fb2p-4,
};
static const double d33[15] = {
    0x1.e45958p-1, 0x1.bacd175p-2, -0x1.fda9ef4p-1, -0x1.c4c5afcp-3, 0x1.dc49c84p+0, -0x1.06ca474p-1, -0x1.bc5bea2p-2,
    -0x1.136ad77p-1, -0x1.023aeabp+0, -0x1.896c006p-1, 0x1.7cc5a1bp-2, 0x1.0ca1ecdp+0, 0x1.29c413ep-1, -0x1.43314cp+0,
    0x1.0d449b6p-1,
};
static const double d34[15] = {
    0x1.0eef775p-2, 0x1.56209f2p-4, 0x1.a4a01f5p-1, 0x1.0878d88p+1, 0x1.a9f9ce5p-3, 0x1.034de46p+0, 0x1.0b95cc6p-2, 0x0p+0,
    0x1.9bca7c2p-1, 0x1.adfdc79p-1, 0x1.e54852ep-1, 0x1.e6a5a1fp+0, 0x1.073186ep+1, 0x1.de44812p-5, 0x1.08be0b7p-3,
};
static const double d35[15] = {
    0x1.367a387p-1, 0x1.6f769ebp-2, -0x1.85f2e54p+0, 0x1.125580ep+0, -0x1.18160f8p+0, -0x1.0ad888p+0, -0x1.b2b30b1p-1, 0x0p+0,
    0x1.1f1731cp+0, -0x1.7fb191fp-1, 0x1.66b9847p+0, 0x1.11df9e3p+0, -0x1.ee0320ap-1, 0x1.ad29d2fp-2, 0x1.d4c22adp-1,
};
static const double d36[15] = {
    0x1.5e15199p-5, 0x1.ac6c308p-6, 0x1.ea7ddd3p-5, 0x1.0eddfeep-4, -0x1.3e984e4p-5, -0x1.fcd8c22p-5, -0x1.5c6e5b2p-5, 0x0p+0,
    0x1.e86c3bp-5, -0x1.ec99717p-5, -0x1.f771ab4p-5, 0x1.0e0040ep-4, 0x1.0ed2962p-4, 0x1.6a9a10cp-6, -0x1.04ac0d3p-5,
};
static const double d37[15] = {
    0x1.4833c8p-1, 0x1.91a56d8p-2, 0x1.cbd5ff6p-1, 0x1.fbe03dep-1, -0x1.2aaec96p-1, -0x1.dd0b36p-1, -0x1.46a7757p-1, 0x0p+0,
    0x1.c9e5775p-1, -0x1.cdcfda6p-1, -0x1.d7fa909p-1, 0x1.fa4079ap-1, 0x1.fbcad97p-1, 0x1.53f06fcp-2, -0x1.e8c298bp-2,
};
static const float f13[15] = {
    0x1.434912p+5f, -0x1.1a34cp+5f, -0x1.18a3bap+5f, -0x1.78de9ap+4f, -0x1.cd69cp+0f, -0x1.6e23e4p+5f, -0x1.13c95p+1f,
    0x1.c4205cp+3f, -0x1.a1b60ap+3f, 0x1.cb579ap+1f, -0x1.abd2aep+4f, -0x1.f8686cp+3f, -0x1.f5307ap+3f, -0x1.443478p+3f,
    0x1.71236p+5f,
};
static const double d38[15] = {
    0x1.3f8075ap+5, 0x1.1e1835ep+5, 0x1.1e74cc1p+5, 0x1.5308f1p+4, 0x1.d2a321ap+1, 0x1.5ddb69fp+5, 0x1.eec25fp-1,
    0x1.72ca8a8p+3, 0x1.9229a4ap+3, 0x1.5acd11ap+2, 0x1.a85b5d4p+4, 0x1.e89a17ap+3, 0x1.e599a74p+3, 0x1.399209bp+3,
    0x1.5ad8fcp+5,
};
static const double d39[15] = {
    0x1.e45958p-1, -0x1.d46cep-1, 0x1.b22f52p+0, -0x1.148fc8p+0, -0x1.dff54e5p+0, -0x1.1e664p+0, -0x1.3b0dap+0, 0x1.58cfe8p+0,
    -0x1.41032ap+0, 0x1.a9634e2p-1, 0x1.85248p+0, -0x1.14fbbp+0, 0x1.f21b0cp-1, -0x1.43314bfp+0, -0x1.eb0c1ap+0,
};
static const double d40[15] = {
    0x1.85120fp-2, 0x1.a861ep-3, 0x1.765f9ep-1, 0x1.60ada8p+0, 0x1.55c8ep-2, 0x1.abdbb6p-1, 0x1.82737ep-2, 0x0p+0,
    0x1.7171df4p-1, 0x1.7b939p-1, 0x1.99e18p-1, 0x1.4b53678p+0, 0x1.5f63a7p+0, 0x1.6152e2p-3, 0x1.09fa58p-2,
};
static const double d41[15] = {
    0x1.e45958p-2, 0x1.d46cep-2, -0x1.b22f52p-1, 0x1.148fc8p-1, -0x1.e01f32p-1, -0x1.1e664p-1, -0x1.54aceap-1, 0x0p+0,
    0x1.41032ap-1, -0x1.a9646p-2, 0x1.85248p-1, 0x1.14fbbp-1, -0x1.f21b0cp-2, 0x1.43314cp-1, 0x1.eb0c1ap-1,
};
static const double d42[15] = {
    0x1.3741aa7p-4, 0x1.5381855p-5, 0x1.2b7fb64p-3, 0x1.1a248adp-2, 0x1.339b2f7p-1, 0x1.8112899p+0, 0x1.5bce573p-1, 0x0p+0,
    0x1.278e50dp-3, 0x1.559e677p+0, 0x1.70e48c3p+0, 0x1.090f8a2p-2, 0x1.191c8ap-2, 0x1.1aa8b93p-5, 0x1.dec29d9p-2,
};
static const double d43[15] = {
    0x1.837ab2ep-4, 0x1.76bd85ep-4, -0x1.5b5913dp-3, 0x1.ba7fad5p-4, -0x1.b01c12ap+0, -0x1.01c26c6p+0, -0x1.329b9eep+0, 0x0p+0,
    0x1.00cf58dp-3, -0x1.7eda55cp-1, 0x1.5e3a729p+0, 0x1.bb2c53cp-4, -0x1.8e7c0fdp-4, 0x1.028dda7p-3, 0x1.b9f149dp+0,
};
static const double d44[15] = {
    0x1.85120fp-1, 0x1.a861ep-2, 0x1.765f9ep+0, 0x1.60ada8p+1, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.7171df4p+0, 0x0p+0, 0x0p+0,
    0x1.4b53678p+1, 0x1.5f63a7p+1, 0x1.6152e2p-2, 0x0p+0,
};
static const double d45[15] = {
    0x1.e45958p-1, 0x1.d46cep-1, -0x1.b22f52p+0, 0x1.148fc8p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.41032ap+0, 0x0p+0, 0x0p+0,
    0x1.14fbbp+0, -0x1.f21b0cp-1, 0x1.43314cp+0, 0x0p+0,
};
static const float f14[15] = {
    -0x1.4cc132p+1f, 0x1.4p+0f, 0x1.dd07b2p+0f, 0x1.737d1p-1f, 0x1.42905cp+0f, 0x1.84203ep+0f, -0x1.ec27d4p+0f, 0x1.e26a4ap+1f,
    0x1.69f0b6p+1f, -0x1.1b46e8p+1f, -0x1.1b8d7cp-1f, 0x1.358d42p+1f, -0x1.56945cp-1f, -0x1.d8d41cp-1f, 0x1.0c1e88p+0f,
};
static const float f15[15] = {
    -0x1.c2f45cp-3f, 0x1.cp+0f, 0x1.6b945ap+0f, -0x1.abe878p+0f, 0x1.44a1b8p+1f, -0x1.579d2ap+0f, -0x1.111ebap-1f,
    0x1.d93c74p+0f, 0x1.a87766p-3f, -0x1.42fb6cp+1f, 0x1.e7f43p-2f, 0x1.97fba8p-3f, 0x1.a5dc1p-3f, 0x1.717a96p-2f,
    0x1.0bed34p+1f,
};
static const double d46[15] = {
    0x1.e123d88p+0, 0x0p+0, 0x0p+0, 0x1.e5a7p+0, 0x1.8d6628p-1, 0x1.2ddeb4p+1, 0x1.c730eep-1, 0x1.6b982p+0, 0x1.0f693fap+1,
    0x0p+0, 0x1.0f8794p-1, 0x1.b81b0fp+0, 0x1.8016cp-2, 0x1.919167p-1, 0x1.1777cp-1,
};
static const double d47[15] = {
    -0x1.e45958p-1, -0x0p+0, 0x0p+0, 0x1.148fc8p+0, -0x1.e01f32p+0, 0x1.1e664p+0, -0x1.54aceap+0, 0x1.58cfe8p+0, 0x1.41032ap+0,
    0x0p+0, 0x1.85248p+0, 0x1.14fbbp+0, 0x1.f21b0cp-1, -0x1.43314cp+0, 0x1.eb0c1ap+0,
};
static const double d48[15] = {
    0x1.3091ec4p+1, 0x1p-1, 0x1.c5cd6p-2, 0x1.32d38p+1, 0x1.46b314p+0, 0x1.6ddeb4p+1, 0x1.639877p+0, 0x1.eb982p+0,
    0x1.4f693fap+1, 0x1.3da42p-2, 0x1.07c3cap+0, 0x1.1c0d878p+1, 0x1.c00b6p-1, 0x1.48c8b38p+0, 0x1.0bbbep+0,
};
static const double d49[15] = {
    -0x1.e45958p-1, -0x1.d46cep-1, -0x1.b22f52p+0, 0x1.148fc8p+0, -0x1.e01f32p+0, 0x1.1e664p+0, -0x1.54aceap+0, 0x1.58cfe8p+0,
    0x1.41032ap+0, 0x1.a9646p-1, 0x1.85248p+0, 0x1.14fbbp+0, 0x1.f21b0cp-1, -0x1.43314cp+0, 0x1.eb0c1ap+0,
};
static const double d50[15] = {
    0x1.23c51f7p+1, 0x1.9999998p-2, 0x1.5f66f98p-2, 0x1.2606b33p+1, 0x1.2d197a6p+0, 0x1.6111e73p+1, 0x1.49fedd6p+0,
    0x1.d1fe866p+0, 0x1.429c72dp+1, 0x1.ae7b73p-3, 0x1.dc5460cp-1, 0x1.0f40babp+1, 0x1.8cd82ccp-1, 0x1.2f2f19ep+0,
    0x1.e4448ccp-1,
};
static const float f16[15] = {
    0x1.cf7982p-1f, 0x1.44e44p+0f, 0x1.a9e0a6p-2f, 0x1.16718cp+1f, 0x1.2614ecp+0f, -0x1.6b156ep-3f, 0x1.92a6bap+0f,
    0x1.e9a0fap+0f, 0x1.e7a936p-3f, 0x1.a33bb8p+0f, 0x1.099dbap-1f, 0x1.801d96p-3f, -0x1.16820ep-1f, 0x1.b92a14p-1f,
    0x1.a1f3eap+0f,
};
static const float f17[15] = {
    0x0p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x1p+1f, 0x0p+0f, 0x0p+0f, 0x1.8p+1f, 0x1p+1f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x0p+0f,
    0x1.8p+1f, 0x0p+0f,
};
static const double d51[15] = {
    0x1.3c7a676p+1, 0x1.24efd63p+1, 0x1.8406c49p+0, 0x1.a84f4b6p+2, 0x1.b6a8a56p-1, 0x1.acd1f6fp-1, 0x1.3481679p+2,
    0x1.086d401p+0, 0x1.95d2e3ap-1, 0x1.c0aedbp+1, 0x1.ae131ffp+0, 0x1.04cc44cp+0, 0x1.2930078p-1, -0x1.be3b314p-3,
    0x1.4781f01p+2,
};
static const double d52[15] = {
    0x1.2b62ef6p+1, 0x1.2b8528fp+1, -0x1.490d996p+1, 0x1.0dd3a1p+3, 0x1.151849p+1, 0x1.dfbdd8cp-1, 0x1.9a8c3e8p+2,
    0x1.450ced2p+2, -0x1.d5699abp-1, 0x1.b898a45p+1, -0x1.46e030ap+1, 0x1.c921182p-3, -0x1.211f6a4p-1, -0x1.991f4d7p-1,
    -0x1.3a1ad96p+3,
};
static const double d53[15] = {
    0x1.5193a17p-3, 0x1.5d354aep-3, 0x1.9de515fp-4, 0x1.0a6ab3fp-1, 0x1.3b313eap-4, 0x1.c9687eep-5, 0x1.491290ap-2,
    0x1.016ab6fp-2, -0x1.8f4d56dp-5, 0x1.1ad394dp-2, 0x1.cabf11p-4, 0x1.c2aa61ep-7, 0x1.3d0008p-5, -0x1.59ab44ap-5,
    0x1.5d57667p-2,
};
static const double d54[15] = {
    0x1.3c7a676p+1, 0x1.4761f63p+1, 0x1.8406c49p+0, 0x1.f388116p+2, 0x1.277e2abp+0, 0x1.acd1f6fp-1, 0x1.3481679p+2,
    0x1.e2a817p+1, -0x1.7658816p-1, 0x1.09265b8p+2, 0x1.ae131ffp+0, 0x1.a67fbbcp-3, 0x1.2930078p-1, -0x1.4410905p-1,
    0x1.4781f01p+2,
};
static const double d55[15] = {
    0x1.3c7a676p+1, 0x1.24efd63p+1, 0x1.8406c49p+0, 0x1.a84f4b6p+2, 0x1.82311cep+0, 0x1.acd1f6fp-1, 0x1.3481679p+2,
    0x1.66040c9p+1, 0x1.71c63cp+0, 0x1.c0aedbp+1, 0x1.ae131ffp+0, 0x1.04cc44cp+0, 0x1.2930078p-1, 0x1.8bd372fp+0,
    0x1.4781f01p+2,
};
static const float f18[15] = {
    0x1.0e6814p-2f, 0x1.fad798p-1f, 0x1.20741ap+1f, 0x1.0f223ap+2f, 0x1.f5c8f8p+0f, 0x1.05946ep+2f, 0x1.32cb6p+2f,
    0x1.522f62p+1f, 0x1.ccb85ap-1f, 0x1.482506p+1f, 0x1.c06ad4p+1f, 0x1.039ceep+1f, 0x1.436448p-3f, 0x1.0084aap+2f,
    0x1.7b783p+0f,
};
static const double d56[15] = {
    0x1.0e6814p-2, 0x1.000358ep+0, 0x1.20741ap+1, 0x1.657857ap+1, 0x1.3a6c806p-1, 0x1.05946ep+2, 0x1.32cb6p+2, -0x1.17293d2p-2,
    0x1.1c64b5dp+0, 0x1.9f48df4p+0, 0x1.c06ad4p+1, 0x1.52314d4p+0, 0x1.436448p-3, -0x1.413bf7ap-3, 0x1.7b783p+0,
};
static const double d57[15] = {
    0x1.e45958p-1, -0x1.3114a95p-7, -0x1.b22f52p+0, 0x1.a68f90bp-1, -0x1.38c448dp-5, 0x1.1e664p+0, 0x1.54aceap+0,
    -0x1.75b3991p-3, -0x1.8878dc3p+0, 0x1.037565dp-1, -0x1.85248p+0, 0x1.18d680bp-1, -0x1.f21b0cp-1, 0x1.4526bc7p-2,
    -0x1.eb0c1ap+0,
};
static const double d58[15] = {
    0x1.0e6814p-2, 0x1.000358ep+0, 0x1.20741ap+1, 0x1.657857ap+1, 0x1.44130a6p+0, 0x1.05946ep+2, 0x1.32cb6p+2, 0x1.7dd089dp+0,
    0x1.c3418p+0, 0x1.9f48df4p+0, 0x1.c06ad4p+1, 0x1.52314d4p+0, 0x1.436448p-3, 0x1.9b735a2p+0, 0x1.7b783p+0,
};
static const double d59[15] = {
    0x1.0e6814p-2, 0x1.8cbc53ap-1, 0x1.20741ap+1, 0x1.5e218f4p+1, 0x1.7f00377p-2, 0x1.05946ep+2, 0x1.32cb6p+2, -0x1.1673302p-1,
    0x1.3dbe297p-1, 0x1.8776aa8p+0, 0x1.c06ad4p+1, 0x1.346fb1p+0, 0x1.436448p-3, -0x1.5a7da9ap-2, 0x1.7b783p+0,
};
static const double d60[15] = {
    0x1.e45958p-1, 0x1.6a8fd0dp-3, -0x1.b22f52p+0, 0x1.add60e6p-1, 0x1.6d2220cp-3, 0x1.1e664p+0, 0x1.54aceap+0, -0x1.9bc6d09p-5,
    -0x1.dab1066p-1, 0x1.1233ca6p-1, -0x1.85248p+0, 0x1.36cf3b8p-1, -0x1.f21b0cp-1, 0x1.7df63aep-2, -0x1.eb0c1ap+0,
};
static const float f19[15] = {
    0x1.ddfb84p+0f, 0x1.22b92ap+0f, 0x1.d6b6bcp+1f, 0x1.5e2af4p-3f, 0x1.cceebp-2f, -0x1.085e7cp+0f, -0x1.5e53dp+1f,
    -0x1.e8d464p-8f, 0x1.fde686p-3f, -0x1.e829d4p-2f, -0x1.163dacp+0f, -0x1.abe468p-2f, 0x1.2876e6p+1f, 0x1.577b84p+1f,
    0x1.f2f2fcp-5f,
};
static const float f20[15] = {
    0x1.315f4ep+0f, 0x1.a539a6p+0f, 0x1.49c214p+1f, 0x1.b3461cp+0f, 0x1.26dba2p+1f, 0x1.38e39ap+1f, 0x1.bc46a6p-2f,
    0x1.13cb2ap+1f, 0x1.7fdcdap+1f, 0x1.0a8ff8p+0f, 0x1.e9464ap+0f, 0x1.baaf36p+0f, 0x1.318e1ep+1f, 0x1.01b0d8p+1f,
    0x1.72578ap-1f,
};
static const float f21[15] = {
    0x1.33ab12p+0f, 0x1.789996p-4f, -0x1.66c8eap+1f, 0x1.c61f34p+0f, -0x1.d690acp-1f, -0x1.e3e1fcp+0f, -0x1.b8bebap+0f,
    -0x1.e8101cp+0f, 0x1.4bf65p+0f, 0x1.0317a4p+1f, 0x1.e4277cp-2f, -0x1.dab112p+0f, -0x1.84b71ap-3f, -0x1.355f38p-1f,
    0x1.d5c0f8p+0f,
};
static const double d61[15] = {
    0x1.184559ep-2, 0x1.28f68eep-1, 0x1.13f6d92p+3, 0x1.055ea0dp+0, 0x1.a5f65b1p-1, 0x1.31d1d51p-1, 0x1.8a71118p-1,
    0x1.387f24dp+0, 0x1.76dd464p-1, 0x1.8302344p+1, 0x1.eba9273p-1, 0x1.bda760cp-1, 0x1.c017ad2p+0, 0x1.84666ep+1,
    0x1.01bf251p+1,
};
static const double d62[15] = {
    0x1.0e22623p-1, 0x1.2920083p-1, -0x1.110b9e9p+2, -0x1.04b9ebcp+0, 0x1.1d60067p+0, 0x1.91dbcf8p-2, -0x1.8e9a5ffp+1,
    0x1.2fe85f2p+0, -0x1.c09d9c7p-2, -0x1.fed9a5cp+0, 0x1.3d90b9ap+0, 0x1.cc27d7fp-1, -0x1.057202ap+0, 0x1.07e5a2cp+1,
    0x1.2d17d6bp+2,
};
static const double d63[15] = {
    0x1.fec1f93p-3, 0x1.80dec88p-4, 0x1.425a4c9p+2, -0x1.4c9141ap-3, 0x1.366c949p-4, 0x1.47aff19p-3, -0x1.0e13b6p+1,
    -0x1.af4ae5bp-3, 0x1.0f6f251p-3, -0x1.ff5795ep+0, 0x1.bc5c695p-4, -0x1.ef06234p-5, 0x1.543f6d5p-2, -0x1.5eb14fbp+0,
    0x1.1c61544p+2,
};
static const double d64[15] = {
    0x1.3097d3dp-5, 0x1.5a6a739p-5, 0x1.5772422p-3, -0x1.016e6fap-4, 0x1.449c6cep-5, 0x1.7f26a27p-6, -0x1.3f7f8b9p-3,
    0x1.e158b68p-5, -0x1.7d9c869p-6, -0x1.47ec791p-3, -0x1.bdae0bfp-5, 0x1.c5a62d4p-5, 0x1.1ea7726p-4, 0x1.bdef6c4p-4,
    -0x1.4edeb6ep-3,
};
static const double d65[15] = {
    0x1.1ff4947p-6, 0x1.c0b7985p-8, -0x1.957784fp-3, -0x1.485d5bp-7, 0x1.611aa2fp-9, 0x1.386eb5ap-7, -0x1.b0f52a6p-4,
    -0x1.558d926p-7, 0x1.cdc965fp-8, -0x1.483d508p-3, -0x1.37d06ddp-8, -0x1.e806414p-9, -0x1.750dff8p-6, -0x1.284d33dp-4,
    -0x1.3c483dp-3,
};
static const double d66[15] = {
    0x1.1d8e56ap-1, 0x1.44c3cc6p-1, 0x1.41fb1ep+1, -0x1.e2af114p-1, 0x1.3052a61p-1, 0x1.6734385p-2, -0x1.2b8792ep+1,
    0x1.c3432b2p-1, -0x1.65c2be2p-2, -0x1.336db18p+1, -0x1.a1d32b3p-1, 0x1.a94bca7p-1, 0x1.0cbcfb4p+0, 0x1.a210758p+0,
    -0x1.39f0cb7p+1,
};
static const double d67[15] = {
    0x1.0df54b3p-2, 0x1.a4ac1edp-4, -0x1.7c200cap+1, -0x1.33d7855p-3, 0x1.4b08f8cp-5, 0x1.24e7ca4p-3, -0x1.95e5d7cp+0,
    -0x1.4034b93p-3, 0x1.b0eccf9p-4, -0x1.33b97b8p+1, -0x1.245366fp-4, -0x1.c985dd3p-5, -0x1.5dbd1f8p-2, -0x1.15c860ap+0,
    -0x1.2883b93p+1,
};
static const double d68[15] = {
    0x1.3150e4cp+0, 0x1.7fbad5bp+0, 0x1.315ecafp+3, 0x1.f09e2f1p+0, 0x1.be3abbdp+0, 0x1.842878dp+0, 0x1.b07817p+0,
    0x1.11df599p+1, 0x1.a6ae316p+0, 0x1.f8a1fb6p+1, 0x1.e11421ep+0, 0x1.ca133eap+0, 0x1.55ab9dbp+1, 0x1.fa06352p+1,
    0x1.775eec3p+1,
};
static const float f22[15] = {
    0x1.315f4ep+0f, 0x1.a539a6p+0f, 0x0p+0f, 0x1.b3461cp+0f, 0x1.26dba2p+1f, 0x1.38e39ap+1f, 0x1.bc46a6p-2f, 0x1.13cb2ap+1f,
    0x1.7fdcdap+1f, 0x1.0a8ff8p+0f, 0x1.e9464ap+0f, 0x1.baaf36p+0f, 0x1.318e1ep+1f, 0x1.01b0d8p+1f, 0x1p-3f,
};
static const double d69[15] = {
    0x1.184559ep-2, 0x1.28f68eep-1, 0x1.4d32b6cp+6, 0x1.055ea0dp+0, 0x1.a5f65b1p-1, 0x1.31d1d51p-1, 0x1.8a71118p-1,
    0x1.387f24dp+0, 0x1.76dd464p-1, 0x1.8302344p+1, 0x1.eba9273p-1, 0x1.bda760cp-1, 0x1.c017ad2p+0, 0x1.84666ep+1,
    0x1.667edddp+2,
};
static const double d70[15] = {
    0x1.0e22623p-1, 0x1.2920083p-1, -0x1.5fb6eeep+5, -0x1.04b9ebcp+0, 0x1.1d60067p+0, 0x1.91dbcf8p-2, -0x1.8e9a5ffp+1,
    0x1.2fe85f2p+0, -0x1.c09d9c7p-2, -0x1.fed9a5cp+0, 0x1.3d90b9ap+0, 0x1.cc27d7fp-1, -0x1.057202ap+0, 0x1.07e5a2cp+1,
    0x1.b39369bp+3,
};
static const double d71[15] = {
    0x1.fec1f93p-3, 0x1.80dec88p-4, 0x1.1b36819p+9, -0x1.4c9141ap-3, 0x1.366c949p-4, 0x1.47aff19p-3, -0x1.0e13b6p+1,
    -0x1.af4ae5bp-3, 0x1.0f6f251p-3, -0x1.ff5795ep+0, 0x1.bc5c695p-4, -0x1.ef06234p-5, 0x1.543f6d5p-2, -0x1.5eb14fbp+0,
    0x1.63ae283p+5,
};
static const double d72[15] = {
    0x1.3097d3dp-5, 0x1.5a6a739p-5, 0x1.ba66366p+0, -0x1.016e6fap-4, 0x1.449c6cep-5, 0x1.7f26a27p-6, -0x1.3f7f8b9p-3,
    0x1.e158b68p-5, -0x1.7d9c869p-6, -0x1.47ec791p-3, -0x1.bdae0bfp-5, 0x1.c5a62d4p-5, 0x1.1ea7726p-4, 0x1.bdef6c4p-4,
    -0x1.e470669p-2,
};
static const double d73[15] = {
    0x1.1ff4947p-6, 0x1.c0b7985p-8, -0x1.643c435p+4, -0x1.485d5bp-7, 0x1.611aa2fp-9, 0x1.386eb5ap-7, -0x1.b0f52a6p-4,
    -0x1.558d926p-7, 0x1.cdc965fp-8, -0x1.483d508p-3, -0x1.37d06ddp-8, -0x1.e806414p-9, -0x1.750dff8p-6, -0x1.284d33dp-4,
    -0x1.8b94aecp+0,
};
static const float f23[15] = {
    0x1.2b892ap-1f, 0x1.ea57fcp-1f, 0x1.0d9614p-1f, 0x1.cf16f4p-4f, 0x1.23f3b2p-2f, 0x1.7cb9cp-1f, 0x1.654f12p-2f,
    0x1.bda7d8p-2f, 0x1.b6d43p-1f, 0x1.5a5584p-1f, 0x1.967378p-1f, 0x1.dca222p-1f, 0x1.5e395p-2f, 0x1.23a148p-1f,
    0x1.1e731cp-3f,
};
static const float f24[15] = {
    0x1.8faddp-2f, 0x1.77a59ep-1f, 0x1.f8cf94p-1f, 0x1.4d4e24p-1f, 0x1.975ed8p-3f, 0x1.6c26ecp-2f, 0x1.9dbca2p-1f,
    0x1.184fb4p-1f, 0x1.ae90cep-1f, 0x1.53ep-6f, 0x1.c0e92p-2f, 0x1.064e34p-2f, 0x1.c2893p-1f, 0x1.6ffa18p-1f, 0x1.bb5ac4p-2f,
};
static const double d74[15] = {
    0x1.7db176bp-1, 0x1.bf85f2ep-1, 0x1.492dddcp-1, 0x1.75ff1f5p+0, 0x1.0975b9bp-1, 0x1.f6fa2cap-1, 0x1.ddc7df8p-1,
    0x1.6d8ff6ap-1, 0x1.c1aa155p-2, 0x1.1cf1164p+0, 0x1.f9e4e58p-1, 0x1.00ce40fp+1, 0x1.fd1b5bfp-1, 0x1.488688ap-1,
    0x1.dfcb5efp-1,
};
static const double d75[15] = {
    0x1.847bdfp-1, 0x1.43ce9cdp+2, 0x1.90136e5p+1, -0x1.72e63bep+2, 0x1.96183edp-1, 0x1.23697e8p+1, -0x1.5843c16p+1,
    -0x1.3afe074p-1, 0x1.525f7c7p-3, 0x1.3e98552p+1, -0x1.a69e257p+1, 0x1.6b4f96cp+3, 0x1.29aaf0dp+1, -0x1.8928b2ap-1,
    0x1.2b14c1p+2,
};
static const double d76[15] = {
    0x1.b60a1c8p-5, 0x1.79862bdp-2, -0x1.f73ad93p-4, -0x1.6e3652fp-2, 0x1.cdeda2ep-6, 0x1.15d8927p-3, -0x1.13f18f3p-3,
    -0x1.f2e7284p-6, 0x1.1fd5984p-7, 0x1.9906066p-3, 0x1.288e813p-3, 0x1.662c7adp-1, -0x1.465e7abp-3, -0x1.4c2e7acp-5,
    -0x1.4ca1d8dp-3,
};
static const double d77[15] = {
    0x1.9aa97abp-1, 0x1.61edc92p+2, -0x1.d7c72bap+0, -0x1.5752edcp+2, 0x1.b10ec8bp-2, 0x1.047b094p+1, -0x1.02b2763p+1,
    -0x1.d3b8b5cp-2, 0x1.0dd83ebp-3, 0x1.7f75a6p+1, 0x1.1605991p+1, 0x1.4fc9b32p+3, -0x1.31f8931p+1, -0x1.376b932p-1,
    -0x1.37d7bb4p+1,
};
static const float f25[24] = {
    0x1.cf8d48p-4f, 0x1.c4f8e8p-1f, 0x1.797e98p-4f, 0x1.963662p-1f, 0x1.a8e06cp-3f, 0x1.c53382p-1f, 0x1.8afcd6p-1f,
    0x1.597422p-3f, 0x1.a6847cp-4f, 0x1.287ebp-2f, 0x1.1f4acap-2f, 0x1.d21678p-3f, 0x1.ad2f36p-1f, 0x1.3c5b5cp-1f,
    0x1.c24ffp-2f, 0x1.de9f16p-2f, 0x1.664476p-1f, 0x1.192bbap-1f, 0x1.c323fep-2f, 0x1.da38e8p-1f, 0x1.a996f2p-1f,
    0x1.113b88p-1f, 0x1.a99ba4p-1f, 0x1.960f2cp-2f,
};
static const float f26[24] = {
    0x1p+0f, 0x1p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x1p+0f, 0x1p+0f, 0x1p+0f, 0x1p+0f, 0x1p+0f,
    0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x1p+0f, 0x0p+0f, 0x0p+0f, 0x1p+0f, 0x1p+0f, 0x0p+0f,
};
static const double d78[24] = {
    -0x1.7901fe1p-2, -0x1.81d02abp-5, 0x1.77fc182p-5, 0x1.9d00f8bp-3, 0x1.aeaeb2p-5, 0x1.7386e11p-2, 0x1.7562932p-3,
    0x1.9a975d5p-5, -0x1.9d9f4efp-2, -0x1.26b6e86p-3, -0x1.3027ac1p-3, -0x1.76f4e13p-3, -0x1.973277ap-5, 0x1.bea2e83p-4,
    0x1.30a15bp-4, 0x1.40715fp-4, 0x1.1c32fb6p-3, 0x1.7a8dd85p-4, -0x1.83612ep-4, 0x1.2121432p-1, 0x1.f99e4abp-3,
    -0x1.3fce446p-4, -0x1.9a9e6eap-5, 0x1.1ad08a2p-4,
};
static const float f27[8] = {
    0x0p+0f, 0x0p+0f, 0x1p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x1.4f8b58p-17f, 0x1p-1f,
};
static const float f28[8] = {
    0x1.659aa4p+0f, -0x1.c497fep+0f, 0x1.eb6beap+0f, 0x1.e3bc3cp-1f, -0x1.454cc8p+0f, -0x1.776dc8p+0f, -0x1.d93cccp+0f,
    0x1.0ad1f8p-1f,
};
static const float f29[8] = {
    0x0p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x1p-1f, 0x1p-1f, 0x1p+0f, 0x1p-2f,
};
static const double d79[8] = {
    0x0p+0, 0x1.9p+6, 0x1.9p+6, -0x0p+0, 0x1.9p+5, 0x1.9p+5, 0x1.7069e2bp+3, 0x1.62e42ffp-1,
};
static const double d80[8] = {
    0x0p+0, 0x1.9ba1bp+40, 0x1.bef1fe6p+40, 0x0p+0, 0x1.27dbcabp+39, -0x1.5573565p+39, 0x1.690d33p+17, 0x1.0ad1f8p-1,
};
static const float f30[15] = {
    0x1p+0f, 0x1p+0f, 0x1p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f,
    0x1p+0f, 0x0p+0f,
};
static const float f31[15] = {
    0x1.1bb6a6p-1f, 0x1.295d24p+0f, 0x1.dba6bap+0f, 0x1.3adb9p+0f, 0x1.380c48p+0f, 0x1.1ce3f4p-1f, 0x1.d8023p+0f,
    0x1.dedcc2p+0f, 0x1.4b757p-1f, 0x1.6f997p-1f, 0x1.494d9p+0f, 0x1.a445dp-1f, 0x1.45cb5cp-1f, 0x1.7c4108p+0f, 0x1.0e3c3cp+0f,
};
static const double d81[15] = {
    0x1.30313aap-2, 0x1.9b3f6c1p-5, 0x1.3119988p+0, 0x1.572ba7ep+1, 0x1.a2ecd96p-2, 0x1.5197206p-3, 0x1.f0f6d6ap+0,
    0x1.11933e6p+0, 0x1.98ed796p-4, 0x1.9ec7fb6p-1, 0x1.3017d03p-2, 0x1.18cceafp+1, 0x1.5d8b65fp-1, 0x1.ac0b1bbp-1,
    0x1.45bac1cp-3,
};
static const double d82[15] = {
    -0x1.cac3aa5p-1, -0x1.1c12578p+0, 0x1.7f0850cp+2, -0x1.7812763p+3, 0x1.9951fcap+1, -0x1.ac9d958p-1, -0x1.c2091fp+2,
    0x1.1d8019fp+2, -0x1.e4f0144p-1, 0x1.d7f490dp+0, 0x1.3b47a1bp+1, 0x1.9b6f287p+3, 0x1.cf5c5dep+0, -0x1.a5687fcp+1,
    -0x1.2d5255cp+1,
};
static const double d83[15] = {
    -0x1.02a47bdp-4, -0x1.4b3266cp-4, -0x1.e1cac3cp-3, -0x1.7351d13p-1, 0x1.d198e87p-4, -0x1.98a987ep-5, -0x1.68b948ap-2,
    0x1.c43125dp-3, -0x1.9c8232p-5, 0x1.2ef4d8dp-3, -0x1.ba78e91p-4, 0x1.959dda4p-1, -0x1.fc09d27p-4, -0x1.640ca82p-3,
    0x1.4f1fc5ep-4,
};
static const float f32[5] = {
    0x1.828d4p+0f, 0x1.8c4b0cp+0f, 0x1.eaf8fep+0f, 0x1.b21324p+0f, 0x1.17054cp-1f,
};
static const double d84[15] = {
    0x1.9e741fp-1, 0x1.12084d2p-4, 0x1.3aed7aap+0, 0x1.d91ba35p+1, 0x1.769602ep-3, 0x1.ca0ea95p-2, 0x1.a13ee33p+0,
    0x1.187e6a3p+0, 0x1.0bc37afp-2, 0x1.3ad554fp-1, 0x1.64f586fp-2, 0x1.08c75efp+2, 0x1.0761cf6p+1, 0x1.e8a0d0bp-1,
    0x1.5051ad1p-4,
};
static const double d85[15] = {
    -0x1.3886df8p+1, -0x1.7a942dap+0, 0x1.8b5ed67p+2, -0x1.033bd1cp+4, 0x1.6dff656p+0, -0x1.22c839bp+1, -0x1.79d84dap+2,
    0x1.24b87a7p+2, -0x1.3d88de8p+1, 0x1.663b01fp+0, 0x1.7217373p+1, 0x1.83f57e3p+4, 0x1.5d2489dp+2, -0x1.e10dc97p+1,
    -0x1.371e1dfp+0,
};
static const double d86[15] = {
    -0x1.6064ad9p-3, -0x1.b961cdbp-4, -0x1.f14faafp-3, -0x1.ffea539p-1, 0x1.a0517b9p-5, -0x1.153ecf9p-3, -0x1.2edc141p-2,
    0x1.cfa0b6cp-3, -0x1.0e1bbe8p-3, 0x1.cbe8aeep-4, -0x1.03b29cp-3, 0x1.7e7929cp+0, -0x1.7eceab8p-2, -0x1.9671bcfp-3,
    0x1.5a04e13p-5,
};
static const float f33[15] = {
    0x0p+0f, -0x1.c79b44p+0f, 0x1.3a49a6p-2f, 0x1.577f2ap+1f, 0x1.ec9c9ep+1f, -0x1.0df7c8p+0f, 0x1.ep+5f, 0x1.b57f7p+1f,
    -0x1.0f5716p+0f, -0x1.a17d62p+1f, 0x1.d99846p+1f, -0x1.2b28bcp+1f, -0x1.ep+5f, 0x1.4p+4f, -0x1.007b48p+2f,
};
static const double d87[15] = {
    0x1.62e42ffp-1, 0x1.762d61bp+0, 0x1.1c8801dp-1, 0x1.00b019fp+0, 0x1.8d5329cp+1, 0x1.5909332p-1, 0x1.707ca08p+3,
    0x1.94350f4p+0, 0x1.30578f6p+0, 0x1.af2f6f4p-4, 0x1.0d1a279p+1, 0x1.61bdc43p-1, 0x1.a6609dp+5, 0x1.680ec4p+2,
    0x1.c0cce86p+0,
};
static const double d88[15] = {
    0x1.a9052bep-4, -0x1.1410a1dp-1, 0x1.63e12f3p-1, 0x1.3b59aa9p-2, 0x1.769a0d2p+0, -0x1.bdb7625p-4, 0x1.0587afep-2,
    0x1.222db75p-1, -0x1.76b3827p-1, 0x1.b822fedp-7, -0x1.a250987p-1, -0x1.746a41fp-3, 0x1.b64f3c8p-1, 0x1.6ba65f1p-2,
    0x1.97ad4a5p-1,
};
static const double d89[15] = {
    0x1.df3c889p-8, -0x1.41dca95p-5, -0x1.bfa361bp-6, 0x1.375d772p-6, 0x1.aa1afaap-5, -0x1.a8f787fp-8, 0x1.a341911p-7,
    0x1.cb99ffcp-6, -0x1.3ebc965p-5, 0x1.1a880fdp-10, 0x1.258988p-5, -0x1.6f26317p-7, -0x1.e092555p-5, 0x1.333fccap-6,
    -0x1.c56911bp-6,
};
static const double d90[15] = {
    0x1.c148cp-4, -0x1.2dbedebp-1, -0x1.a3a92bap-2, 0x1.23e79fap-2, 0x1.8f794afp-1, -0x1.8e680f7p-4, 0x1.890d78p-3,
    0x1.aee05fcp-2, -0x1.2ad0ccfp-1, 0x1.08df8eep-6, 0x1.1330ef8p-1, -0x1.5833ce6p-3, -0x1.c2893p-1, 0x1.200bcfep-2,
    -0x1.a912809p-2,
};
static const double d91[15] = {
    0x1.62e42ffp-1, 0x1.ef830d4p+0, 0x1.1a53245p-1, 0x1.0eb089fp-4, 0x1.ef4f99dp+1, 0x1.5a7b0a9p+0, 0x1.5ae191bp-87,
    0x1.b9a053dp+1, 0x1.5b7fc44p+0, 0x1.341888p-5, 0x1.9028effp-6, 0x1.79b584bp-4, 0x1.ep+5, 0x1.1b48656p-29, 0x1.2728c34p-6,
};
static const double d92[15] = {
    -0x1.e45958p-2, -0x1.90d03e2p-1, 0x1.70129a8p-1, -0x1.1afa46ep-4, 0x1.d61a7c4p+0, -0x1.a8d0f53p-1, 0x0p+0, 0x1.4dde3bdp+0,
    -0x1.dcd0f1dp-1, 0x1.f67390ep-6, 0x1.2c74823p-5, 0x1.8664487p-4, 0x1.f21b0cp-1, -0x1.65a2e5ap-29, -0x1.188bb4ap-5,
};
static const float f34[24] = {
    -0x1.ae31fcp-1f, -0x1.18bab8p-2f, -0x1.457bb4p-1f, 0x1.55d478p+1f, 0x1.a54f18p-1f, -0x1.a50424p-1f, -0x1.88a71ap-2f,
    0x1.b55af8p-2f, 0x1.2fdeb8p+0f, 0x1.29557p+1f, 0x1.955b92p-6f, 0x1.4e59c4p+2f, 0x1.6df79ep+0f, -0x1.b7538ap-1f,
    0x1.3ee1cep+0f, -0x1.2e472p+1f, 0x1.738b3cp+1f, 0x1.6468a2p-5f, 0x1.a72d1ep+0f, 0x1.6b08aap+0f, -0x1.9e970cp+1f,
    -0x1.bffb38p-1f, 0x1.5aa3b4p-1f, 0x1.41be94p-2f,
};
static const float f35[24] = {
    0x1.f54bb8p-1f, 0x1.a94798p-3f, 0x1.777c58p-3f, 0x1.6e0afp-1f, 0x1.2ca058p-3f, 0x1.12eeap-5f, 0x1.90d32cp-1f, 0x1.bece7p-2f,
    0x1.87af48p-1f, 0x1.958d08p-2f, 0x1.f0c0bap-1f, 0x1.2cb59cp-2f, 0x1.d4bed2p-1f, 0x1.b989bp-3f, 0x1.4c0aa8p-2f,
    0x1.c5bdf4p-1f, 0x1.717b1p-1f, 0x1.14f53p-3f, 0x1.cd0168p-2f, 0x1.972122p-1f, 0x1.ce09p-4f, 0x1.0c0c8ep-1f, 0x1.9cccecp-1f,
    0x1.e4438p-4f,
};
static const double d93[24] = {
    -0x1.ce94386p-6, 0x1.3226f33p-7, 0x1.bcc17cbp-8, 0x1.2cd609ep-7, 0x1.7623857p-6, 0x1.72fb57dp-7, -0x1.01c0724p-6,
    0x1.cd11211p-8, 0x1.a12a534p-15, 0x1.5f60658p-6, -0x1.3cc811fp-6, 0x1.de899f4p-6, -0x1.28c8c82p-8, 0x1.c0a67f8p-9,
    0x1.34c249ap-6, -0x1.1116855p-5, 0x1.35068ap-7, 0x1.007026ap-6, 0x1.09a01cap-6, 0x1.af0bf13p-12, -0x1.9a04ffap-9,
    -0x1.3915e98p-7, -0x1.86f6d89p-8, 0x1.39cf587p-6,
};
static const float f36[15] = {
    0x1.a4ad86p-1f, 0x1.39334ep+0f, -0x1.570628p-2f, 0x1.d5c76cp+1f, 0x1.598746p-1f, -0x1.2c70e6p+2f, 0x1.026614p+1f,
    0x1.5b4484p-2f, -0x1.6d7c92p-2f, -0x1.93e8f8p-3f, -0x1.b84b34p+0f, -0x1.e40434p-1f, 0x1.826e2ap-2f, 0x1.69f62ap+0f,
    0x1.6b17fp-1f,
};
static const double d94[15] = {
    0x1.eb0af3ep-2, 0x1.5b2853ep-1, 0x1.9dc4921p+0, 0x1.9b3b048p+0, 0x1.292379ep+0, 0x1.de31177p-1, 0x1.e37a58bp-1,
    0x1.4b0ffa9p+0, 0x1.1355f63p-1, 0x1.bbadd43p-2, 0x1.2e89c7fp+0, 0x1.df7583bp-2, 0x1.71c01a1p-2, 0x1.d405aacp-1,
    0x1.b19b751p-1,
};
static const double d95[15] = {
    0x1.46a7ea8p-3, 0x1.536042fp-5, 0x1.caf7d36p+0, 0x1.b910dbcp-2, 0x1.0f5ce84p+0, -0x1.b9d0aa4p-3, 0x1.7739ac2p-3,
    0x1.78a1618p-4, -0x1.64d0fe1p-2, 0x1.06b9e04p-2, 0x1.1ed4d07p-1, 0x1.5857512p-6, 0x1.6b7fbc3p-3, 0x1.490abe7p-3,
    -0x1.ebec9f1p-2,
};
static const double d96[15] = {
    0x1.70531dep-7, 0x1.8bad01fp-9, -0x1.20a73d9p-4, 0x1.b37df34p-6, 0x1.34ac1e4p-5, -0x1.a53f4e3p-7, 0x1.2cc289ap-7,
    0x1.2a43b3fp-8, -0x1.2f85e85p-6, 0x1.514c071p-6, -0x1.928c016p-6, 0x1.5378dfep-10, -0x1.8e8c3b4p-7, 0x1.160244p-7,
    0x1.118deb8p-6,
};
static const double d97[15] = {
    0x1.4e841f9p+0, 0x1.cea7115p-1, 0x1.ab188a2p+0, 0x1.1b7813p+1, 0x1.09b076cp-1, 0x1.446a6bap+1, 0x1.95ec36ap-1,
    0x1.536f54fp+0, 0x1.6893a68p+0, 0x1.50c48ep-2, 0x1.63224c2p+0, 0x1.c41a3c8p-1, 0x1.169b724p+0, 0x1.0b21fb3p+0,
    0x1.bfb4335p-2,
};
static const double d98[15] = {
    0x1.bd0f45fp-2, 0x1.c44843ep-5, 0x1.d9c0852p+0, 0x1.3008fbbp-1, 0x1.e54894ap-2, -0x1.2bbcaaep-1, 0x1.3b08f58p-3,
    0x1.8227bfap-4, -0x1.d348692p-1, 0x1.8ed6212p-3, 0x1.50b24adp-1, 0x1.44b1a7fp-5, 0x1.11e5919p-1, 0x1.779d3cdp-3,
    -0x1.fbeab6fp-3,
};
static const double d99[15] = {
    0x1.f5d50ap-6, 0x1.07a7fa7p-8, -0x1.29f380bp-4, 0x1.2c31636p-5, 0x1.140098ep-6, -0x1.1dc8887p-5, 0x1.f907862p-8,
    0x1.31ceb77p-8, -0x1.8d7d931p-5, 0x1.0005274p-6, -0x1.d8876d2p-6, 0x1.401a55p-9, -0x1.2c4e5a1p-5, 0x1.3d5ba09p-7,
    0x1.1a729b2p-7,
};
static const float f37[5] = {
    0x1.1cdd32p+1f, 0x1.153b14p-1f, 0x1.2976f6p-1f, 0x1.c709b4p+0f, 0x1.3da55p-1f,
};
static const double d100[15] = {
    0x1.0a2a4a5p+0, 0x1.fce3485p-2, 0x1.0463a9ap-1, 0x1.519dde5p+0, 0x1.d79ffefp-1, 0x1.dd3a255p+1, 0x1.dd1f457p-2,
    0x1.22cb68ap-1, 0x1.6932028p+0, 0x1.31c55afp-1, 0x1.ee65833p+0, 0x1.aeebac2p-2, 0x1.7fee9f8p-2, 0x1.795de09p-1,
    0x1.7917fdbp-1,
};
static const double d101[15] = {
    0x1.3276ac7p-3, 0x1.b0ae5c5p-4, 0x1.1ce6919p-1, 0x1.58b5162p-2, 0x1.d5b5713p-1, -0x1.bddfb88p-1, 0x1.41e992ep-3,
    0x1.6bef59fp-3, -0x1.0544ab5p+0, 0x1.719bfcap-2, 0x1.20cd8a6p+0, 0x1.dfc0e78p-4, 0x1.106f672p-3, -0x1.e8cc2d7p-6,
    -0x1.1e3c4c8p-1,
};
static const double d102[15] = {
    0x1.598e7a4p-7, 0x1.f8759fp-8, -0x1.665bba1p-6, 0x1.5459e94p-6, 0x1.0b24ef3p-5, -0x1.a91dfd7p-5, 0x1.0206f94p-7,
    0x1.2035e92p-7, -0x1.bc7dd8ep-5, 0x1.da8477fp-6, -0x1.95505a2p-5, 0x1.d8f84c1p-8, -0x1.2ab41bdp-7, -0x1.9cfcaaep-10,
    0x1.3e587d9p-6,
};
static const float f38[1] = {
    0x1.cp+0f,
};
static const double d103[15] = {
    0x1.f1b31e1p-1, 0x1.7387443p-1, 0x1.8442621p+0, 0x1.51805dbp+0, 0x1.037ce4ap+0, 0x1.776c5a1p+1, 0x1.2ceb4efp-1,
    0x1.d30e08fp-1, 0x1.63f1671p+0, 0x1.3b540d4p-1, 0x1.89d303ep+0, 0x1.a1544e1p-1, 0x1.d2fa317p-1, 0x1.772a218p-1,
    0x1.dd4b703p-1,
};
static const double d104[15] = {
    0x1.a0480afp-3, -0x1.42b01a5p-4, 0x1.b23186dp+0, 0x1.5932fbfp-2, 0x1.8ce908bp-1, -0x1.5de4cb8p-1, 0x1.3ae86a2p-8,
    -0x1.728ae28p-3, -0x1.00e6f56p+0, 0x1.66a9535p-2, 0x1.b8029a6p-1, -0x1.fc4c217p-4, 0x1.1487641p-1, -0x1.98d9afdp-6,
    -0x1.ff570b5p-3,
};
static const double d105[15] = {
    0x1.d562088p-7, -0x1.783821cp-8, -0x1.1112745p-4, 0x1.54d637dp-6, 0x1.c37b28bp-6, -0x1.4d9aeap-5, 0x1.f8d35a3p-13,
    -0x1.25717c2p-7, -0x1.b5104dbp-5, 0x1.cc76503p-6, -0x1.34c2dacp-5, -0x1.f51c337p-8, -0x1.2f3125p-5, -0x1.5970731p-10,
    0x1.1c59ecap-7,
};
static const double d106[15] = {
    0x1.26faa6dp-1, 0x1.278e6a8p-1, 0x1.e3ce819p-1, 0x1.9f3d32ap+0, 0x1.1f70cf7p+0, 0x1.098ab96p+1, 0x1.b7daddep-1,
    0x1.0ff9484p+0, 0x1.d3a95b2p-1, 0x1.b711321p-2, 0x1.3dfb202p+1, 0x1.61b815p-2, 0x1.e89aecap-3, 0x1.18439afp+0,
    0x1.8e10079p-1,
};
static const double d107[15] = {
    0x1.53a3d7cp-4, 0x1.f697b55p-4, 0x1.08acae5p+0, 0x1.a7f5c1fp-2, 0x1.1e45d55p+0, -0x1.f03137p-2, 0x1.28c4b38p-2,
    0x1.54615fbp-2, -0x1.5247a43p-1, 0x1.095e139p-2, 0x1.737fa72p+0, 0x1.89cda85p-4, 0x1.5ab5d83p-4, -0x1.6b059f4p-5,
    -0x1.2e26f1fp-1,
};
static const double d108[15] = {
    0x1.7ef70c8p-8, 0x1.24fbff9p-7, -0x1.4ceacb1p-5, 0x1.a29a308p-6, 0x1.45a1d46p-5, -0x1.d917cffp-6, 0x1.dbbf1p-7,
    0x1.0d8e991p-6, -0x1.1fc14fbp-5, 0x1.54b0286p-6, -0x1.04af888p-4, 0x1.843c2cp-8, -0x1.7c23ef7p-8, -0x1.32b7fb6p-9,
    0x1.500c3bdp-6,
};
static const double d109[15] = {
    0x1.c95330ap-2, 0x1.85601ep-2, 0x1.aea5026p-1, 0x1.91949f3p-2, 0x1.04db5c3p+0, 0x1.0efac85p+2, 0x1.4e6cb0dp-2,
    0x1.afab9f9p-1, 0x1.b4194f7p-1, 0x1.3cfc56cp-1, 0x1.b66ff8ap+0, 0x1.b0f038fp-2, 0x1.1eaa7efp-1, 0x1.6fb0892p-2,
    0x1.09d4d71p+0,
};
static const double d110[15] = {
    -0x1.8df9121p-3, -0x1.dd29d9cp-4, 0x1.a365e06p-1, 0x1.4c950b2p-4, 0x1.0e1cae3p+0, -0x1.fe53cdep-1, -0x1.781743dp-6,
    0x1.4dc3776p-1, -0x1.397f4ffp-1, 0x1.2a8036fp-2, 0x1.231fa74p+0, 0x1.8e761d2p-3, 0x1.31992cep-2, -0x1.ee7265bp-4,
    -0x1.1800e7dp+0,
};
static const double d111[15] = {
    0x1.167c861p-7, 0x1.b4bf831p-9, 0x1.305f43bp-4, 0x1.046395dp-18, 0x1.6e52cf4p-2, 0x1.27977e3p+0, 0x1.c170515p-12,
    0x1.cb6757ap-3, 0x1.3a823bp-4, 0x1.7648fa3p-4, 0x1.5b09d5p-2, 0x1.3bd581cp-6, 0x1.61ddb55p-6, 0x1.10f3aacp-9,
    0x1.7eb1212p-2,
};
static const double d112[15] = {
    -0x1.255fe2ep-6, -0x1.e4d8841p-8, 0x1.8353e2cp-3, -0x1.9d36864p-17, 0x1.b94edb1p-1, -0x1.2ea90dep-2, -0x1.948fb2ap-10,
    0x1.cf7073ap-2, -0x1.2516284p-3, 0x1.1fb95e1p-3, 0x1.8da4a36p-2, 0x1.87c00edp-5, 0x1.525226ep-5, -0x1.b004d7bp-8,
    -0x1.cfd4684p-1,
};
static const double d113[15] = {
    -0x1.4acc422p-10, -0x1.1aa39p-11, -0x1.e731d8p-8, -0x1.97fdb96p-21, 0x1.f5fba8p-6, -0x1.2092148p-6, -0x1.444629p-14,
    0x1.6f02cbp-6, -0x1.f29fa3ap-8, 0x1.7163eb9p-7, -0x1.170817bp-6, 0x1.8236011p-9, -0x1.72f1293p-9, -0x1.6d03b4cp-12,
    0x1.01ee662p-5,
};
static const double d114[15] = {
    -0x1.361f7ep-6, -0x1.08f957p-7, -0x1.c8beba8p-4, -0x1.7e7ddddp-17, 0x1.d69bed8p-2, -0x1.0e88f33p-2, -0x1.3001c67p-10,
    0x1.58129e5p-2, -0x1.d375a96p-4, 0x1.5a4dacdp-3, -0x1.0597963p-2, 0x1.6a12a1p-5, -0x1.5bc216ap-5, -0x1.5633797p-8,
    0x1.e39eff7p-2,
};
static const double d115[15] = {
    0x1.85e1881p-6, 0x1.31b941dp-7, 0x1.aa1ef7fp-3, 0x1.6c8b6afp-17, 0x1.250f0cfp-3, 0x1.9dd4169p+1, 0x1.3a9b6bcp-10,
    0x1.6f85e0ap-4, 0x1.b84febbp-3, 0x1.2b6d95cp-5, 0x1.e5da901p-1, 0x1.f9559dbp-8, 0x1.ef6996ep-5, 0x1.7e21eeap-8,
    0x1.32274e8p-3,
};
static const double d116[15] = {
    -0x1.9ab9707p-5, -0x1.53645c1p-6, 0x1.0f211e7p-1, -0x1.213fc41p-15, 0x1.610be36p-2, -0x1.a7b9796p-1, -0x1.1b31632p-8,
    0x1.72c05d7p-3, -0x1.9a5237ep-2, 0x1.cc5bcaep-5, 0x1.1659a54p+0, 0x1.3966731p-6, 0x1.d9a635fp-4, -0x1.2e69c9dp-6,
    -0x1.7310546p-2,
};
static const double d117[15] = {
    0x1.167c861p-5, 0x1.b4bf831p-7, 0x1.305f43bp-2, 0x1.046395dp-16, 0x1.e86e69bp-2, 0x1.27977e3p+2, 0x1.c170515p-10,
    0x1.3244e51p-2, 0x1.3a823bp-2, 0x1.f30bf84p-4, 0x1.5b09d5p+0, 0x1.a51cadp-6, 0x1.61ddb55p-4, 0x1.10f3aacp-7, 0x1.fe41818p-2,
};
static const double d118[15] = {
    -0x1.255fe2ep-4, -0x1.e4d8841p-6, 0x1.8353e2cp-1, -0x1.9d36864p-15, 0x1.2634921p+0, -0x1.2ea90dep+0, -0x1.948fb2ap-8,
    0x1.34f5a27p-1, -0x1.2516284p-1, 0x1.7fa1d2cp-3, 0x1.8da4a36p+0, 0x1.052ab48p-4, 0x1.525226ep-3, -0x1.b004d7bp-6,
    -0x1.3538458p+0,
};
static const double d119[15] = {
    0x1.9c7b81dp-5, 0x1.f7ace77p-6, 0x1.55e7544p-3, 0x1.03cf793p-10, 0x1.53997p-1, 0x1.2ba80cdp+0, 0x1.5dd40f8p-7,
    0x1.015bd2ep-1, 0x1.5c81862p-3, 0x1.3517c47p-2, 0x1.bc51ad7p-2, 0x1.0ab6d27p-3, 0x1.550344ep-4, 0x1.8a5a0dap-6,
    0x1.5cbc447p-1,
};
static const double d120[15] = {
    -0x1.ce85b31p-5, -0x1.241aa79p-5, 0x1.fb6fcbep-3, -0x1.9e07d3p-10, 0x1.efe0bc9p-1, -0x1.20976b6p-2, -0x1.4194176p-6,
    0x1.2eec51dp-1, -0x1.7ba82cfp-3, 0x1.07ae1cap-2, 0x1.633beecp-2, 0x1.5de8952p-3, 0x1.64d89cp-4, -0x1.43d0d39p-5,
    -0x1.0139189p+0,
};
static const double d121[15] = {
    0x1.75307c2p-4, 0x1.0818651p-4, 0x1.bfcbb7ap-3, 0x1.9c1e20dp-8, 0x1.a1332f8p-1, 0x1.2d06129p+0, 0x1.fed2827p-6,
    0x1.50c67cap-1, 0x1.c65f89fp-3, 0x1.cc54f8dp-2, 0x1.e2777dep-2, 0x1.f833df3p-3, 0x1.0b583p-3, 0x1.bdcf56dp-5,
    0x1.a9faa7ep-1,
};
static const double d122[15] = {
    -0x1.27db345p-4, -0x1.a9f3ad1p-5, 0x1.fa3c241p-3, -0x1.b7aa6eep-8, 0x1.dd2fb34p-1, -0x1.1bcdba3p-2, -0x1.3f8d3d9p-5,
    0x1.2e0b62cp-1, -0x1.79b3253p-3, 0x1.1faf37bp-2, 0x1.4a09b42p-2, 0x1.d10932dp-3, 0x1.95382f6p-4, -0x1.f9c7098p-5,
    -0x1.eda992ep-1,
};
static const double d123[15] = {
    0x1.c7e9a45p-6, 0x1.e04c4dfp-7, 0x1.050d601p-3, 0x1.47955ccp-13, 0x1.146ec8ep-1, 0x1.2a4b9e1p+0, 0x1.df26075p-9,
    0x1.8956de8p-2, 0x1.0b4e2d3p-3, 0x1.9f15b35p-3, 0x1.993006fp-2, 0x1.1a2c8b9p-4, 0x1.b2fb13cp-5, 0x1.5cd54f5p-7,
    0x1.1d7f9c7p-1,
};
static const double d124[15] = {
    -0x1.4a80a02p-5, -0x1.6b6da3cp-6, 0x1.dfc2ecep-3, -0x1.5b4ad6ep-12, 0x1.eb1b51cp-1, -0x1.25547a8p-2, -0x1.229633p-7,
    0x1.1e9750fp-1, -0x1.6832a22p-3, 0x1.c0caa9ep-3, 0x1.7661f04p-2, 0x1.e020728p-4, 0x1.22598cbp-4, -0x1.76fff01p-6,
    -0x1.ff75bf7p-1,
};
static const double d125[15] = {
    0x1.fbc358ap-11, 0x1.4864284p-13, 0x1.e26ee7ep-5, 0x1.058ccc8p-32, 0x1.1c2a044p-3, 0x1.1fa087ep+2, 0x1.72e99aap-19,
    0x1.e7f5d68p-5, 0x1.0023e02p-4, 0x1.6de1362p-7, 0x1.a76bddp-1, 0x1.2740981p-11, 0x1.7d0b537p-8, 0x1.0587828p-14,
    0x1.333b08ep-3,
};
static const double d126[15] = {
    -0x1.02d749fp-8, -0x1.64628cdp-11, 0x1.1970247p-2, -0x1.9e2e848p-30, 0x1.3207d1p-1, -0x1.4980c66p+0, -0x1.4a558afp-16,
    0x1.c331b36p-3, -0x1.b50bbdbp-3, 0x1.09d505cp-5, 0x1.853847p+0, 0x1.63a8683p-9, 0x1.5b16f1bp-6, -0x1.9628b4p-12,
    -0x1.4bf1b9p-1,
};
static const double d127[15] = {
    0x1.219b79ap-3, 0x1.fca20aep-6, 0x1.34c0fb1p-4, 0x1.20a5ff4p-4, 0x1.c589bf2p-3, 0x1.f8d8f56p-4, 0x1.9527ccp-7,
    0x1.467e9a8p-4, 0x1.5fde76cp-4, 0x1.76ff4f2p-4, 0x1.a15c402p-4, 0x1.bffcdfcp-5, 0x1.096b2e6p-5, 0x1.090e82p-5,
    0x1.df39f11p-4,
};
static const double d128[15] = {
    0x1.1ea18ffp-4, -0x1.5c00caep-7, 0x1.80570dep-3, 0x1.0268217p-6, 0x1.8e9e7fdp-2, -0x1.b1bb384p-6, -0x1.6b6f4dep-8,
    -0x1.20716ebp-8, -0x1.e829377p-4, 0x1.124915cp-3, 0x1.3392471p-5, 0x1.06c4556p-5, 0x1.5f21ba3p-5, -0x1.3be3bb2p-7,
    -0x1.780b35cp-4,
};
static const double d129[15] = {
    0x1.4331b8cp-8, -0x1.95bbea9p-11, -0x1.e36fcfbp-8, 0x1.fe484cap-11, 0x1.c56cc55p-7, -0x1.9d8a32fp-10, -0x1.234f2e2p-12,
    -0x1.c8da512p-13, -0x1.9f40179p-8, 0x1.60232a1p-7, -0x1.afa773ap-10, 0x1.030d2c2p-9, -0x1.80fcf49p-9, -0x1.0ae5769p-11,
    0x1.a23a8a3p-9,
};
static const float f39[15] = {
    -0x1.71b468p+0f, -0x1.f390f8p-2f, -0x1.6f53f8p-1f, -0x1p+0f, 0x1.37c476p+0f, -0x1.192ec2p+1f, -0x1.d3971cp-3f,
    -0x1.f5d5bcp+0f, 0x1.538b34p-1f, 0x1.fe8484p+0f, 0x1.1f0826p+1f, -0x1.23814p+0f, -0x1.ce84d8p-1f, 0x1.8e607cp+1f,
    -0x1.2a4f54p-1f,
};
static const float f40[15] = {
    0x1p+0f, 0x1p+0f, -0x1p+0f, -0x1p+0f, 0x1p+0f, -0x1p+0f, -0x1p+0f, 0x1p+0f, -0x1p+0f, -0x1p+0f, -0x1p+0f, 0x1p+0f, 0x1p+0f,
    0x1p+0f, -0x1p+0f,
};
static const double d130[15] = {
    0x1.38da34p+1, 0x1.7ce43ep+0, 0x1.21581p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.8b1a39p-1, 0x1.7aeadep+1, 0x1.a9c59ap+0,
    0x1.7f4242p+1, 0x1.9f0826p+1, 0x1.11c0ap+1, 0x1.e7426cp+0, 0x0p+0, 0x1.ab6158p-2,
};
static const double d131[15] = {
    -0x1.e45958p-1, -0x1.d46cep-1, -0x1.b22f52p+0, 0x0p+0, -0x0p+0, 0x0p+0, 0x1.54aceap+0, -0x1.58cfe8p+0, 0x1.41032ap+0,
    0x1.a9646p-1, -0x1.85248p+0, -0x1.14fbbp+0, 0x1.f21b0cp-1, -0x0p+0, -0x1.eb0c1ap+0,
};
static const double d132[15] = {
    -0x1.1111111p-4, -0x1.1111111p-4, 0x1.1111111p-4, 0x0p+0, -0x0p+0, 0x0p+0, 0x1.1111111p-4, -0x1.1111111p-4, 0x1.1111111p-4,
    0x1.1111111p-4, 0x1.1111111p-4, -0x1.1111111p-4, -0x1.1111111p-4, -0x0p+0, 0x1.1111111p-4,
};
static const double d133[15] = {
    -0x1p+0, -0x1p+0, 0x1p+0, 0x0p+0, -0x0p+0, 0x0p+0, 0x1p+0, -0x1p+0, 0x1p+0, 0x1p+0, 0x1p+0, -0x1p+0, -0x1p+0, -0x0p+0,
    0x1p+0,
};
static const double d134[15] = {
    0x1.7e5498cp+2, 0x1.1b5b31cp+1, 0x1.4707f27p-4, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.30e4f75p-1, 0x1.186d379p+3, 0x1.6210d8fp+1,
    0x1.1ee3a95p+3, 0x1.506db5cp+3, 0x1.24bc663p+2, 0x1.cfb6e41p+1, 0x0p+0, 0x1.64bef05p-3,
};
static const double d135[15] = {
    -0x1.27f4dcep+2, -0x1.5c799f7p+1, -0x1.eabcc7p-1, 0x0p+0, -0x0p+0, 0x0p+0, 0x1.06e4d94p+1, -0x1.fe5f55ap+2, 0x1.0af304ap+2,
    0x1.3e6da29p+2, -0x1.3b71473p+3, -0x1.2830d09p+2, 0x1.da09588p+1, -0x0p+0, -0x1.99e3f3ep+0,
};
static const double d136[15] = {
    -0x1.4db58cdp-2, -0x1.9648cabp-3, 0x1.34a2333p-5, 0x0p+0, -0x0p+0, 0x0p+0, 0x1.a5714dep-4, -0x1.942db9ap-2, 0x1.c6281bcp-3,
    0x1.98cf355p-2, 0x1.bab35bcp-2, -0x1.2400aabp-2, -0x1.03df289p-2, -0x0p+0, 0x1.c7df4cdp-5,
};
static const double d137[15] = {
    -0x1.38da34p+2, -0x1.7ce43ep+1, 0x1.21581p-1, 0x0p+0, -0x0p+0, 0x0p+0, 0x1.8b1a39p+0, -0x1.7aeadep+2, 0x1.a9c59ap+1,
    0x1.7f4242p+2, 0x1.9f0826p+2, -0x1.11c0ap+2, -0x1.e7426cp+1, -0x0p+0, 0x1.ab6158p-1,
};
static const float f41[15] = {
    -0x1.0b69d4p+1f, 0x1.443888p+2f, -0x1.51bdbcp+1f, 0x1.a329c2p-1f, 0x1.0c7a36p+1f, -0x1.d73464p+1f, 0x1.6e6942p+2f,
    0x1.83725p-1f, 0x1.13622ap+1f, -0x1.dd78a8p+0f, 0x1.78fd9cp-2f, -0x1.a4247cp-2f, -0x1.05ef3cp+2f, 0x1.245278p+2f,
    -0x1.bb4d98p+1f,
};
static const double d138[15] = {
    0x1.1a5a15ep+1, 0x1.9c18d61p-8, 0x1.1ab80dfp-4, 0x1.2f1c46ap+0, 0x1.da4ba66p-4, 0x1.979bfc1p-6, 0x1.6e9ea0dp+2,
    0x1.89f313bp-2, 0x1.2177cbep+1, 0x1.26e65d7p-3, 0x1.c9c3d1p-1, 0x1.d6a04c2p-1, 0x1.06fe7c4p+2, 0x1.527e535p-7,
    0x1.f95ef69p-6,
};
static const double d139[15] = {
    -0x1.aefef53p-1, -0x1.77d7826p-8, -0x1.cf53b9p-4, 0x1.7fd7d08p-1, -0x1.a3fae17p-3, 0x1.c262e4p-6, 0x1.5391485p+0,
    -0x1.b878c2fp-2, 0x1.1f904fbp+0, 0x1.c862869p-4, -0x1.cbfa092p-1, -0x1.4d058c7p-1, 0x1.e9ed4eap-1, -0x1.a923777p-7,
    -0x1.dd4a61cp-5,
};
static const double d140[15] = {
    -0x1.e5f9763p-5, -0x1.b630e62p-12, 0x1.23650c5p-8, 0x1.7afe07bp-5, -0x1.ddb8febp-8, 0x1.ad6b621p-10, 0x1.102db93p-4,
    -0x1.5cd27f3p-6, 0x1.e93a49p-5, 0x1.24f6233p-7, 0x1.42c59ddp-5, -0x1.4850148p-5, -0x1.0c9541cp-4, -0x1.6733834p-11,
    0x1.096aac1p-9,
};
static const double d141[15] = {
    -0x1.c799dedp-1, -0x1.9acdd7cp-8, 0x1.112ebb8p-4, 0x1.634e273p-1, -0x1.bfdd6ecp-4, 0x1.9294abfp-6, 0x1.fe55bb3p-1,
    -0x1.4705574p-2, 0x1.caa6a47p-1, 0x1.12a6c1p-3, 0x1.2e9943fp-1, -0x1.33cb133p-1, -0x1.f797db5p-1, -0x1.50c04bp-7,
    0x1.f1a802bp-6,
};
static const float f42[15] = {
    0x1.3b58dp+5f, 0x1.09cccp+5f, 0x1.84c5b2p+5f, 0x1.57e6d6p+4f, -0x1.13407ep+3f, 0x1.16ca84p+4f, 0x1.462708p+2f,
    0x1.729daap+5f, -0x1.4a60d6p+4f, 0x1.49e638p+3f, -0x1.1a3cfp+4f, -0x1.3b2ce6p+5f, -0x1.53634cp+5f, -0x1.766e8p+5f,
    0x1.c03baap+3f,
};
static const double d142[15] = {
    0x1.1865424p-57, 0x1.0c132e8p-48, 0x1.84c5b2p+5, 0x1.57e6d6p+4, 0x1.1341ff7p+3, 0x1.16ca84p+4, 0x1.468b007p+2,
    0x1.1ee08e1p-67, 0x1.282cdbfp-30, 0x1.49e67dep+3, 0x1.771346fp-26, 0x1.3b2ce6p+5, 0x1.53634cp+5, 0x1.766e8p+5,
    0x1.c03babcp+3,
};
static const double d143[15] = {
    -0x1.0940a67p-57, -0x1.ea8513bp-49, -0x1.b22f52p+0, 0x1.148fc8p+0, -0x1.e0089b8p+0, 0x1.1e663f8p+0, 0x1.529a62bp+0,
    -0x1.8266ba7p-67, 0x1.7363e8ep-30, 0x1.a960bf2p-1, -0x1.1d12e25p-25, -0x1.14fbbp+0, 0x1.f21b0cp-1, -0x1.43314cp+0,
    -0x1.eb0bff7p+0,
};
static const double d144[15] = {
    -0x1.71b468p+0, -0x1.f390f8p-2, 0x1.b7a9fcp+0, 0x1p+1, 0x1.37c476p+0, 0x1.992ec2p+1, 0x1.3a72e38p+0, -0x1.f5d5bcp+0,
    0x1.58e998p-2, 0x0p+0, 0x0p+0, -0x1.23814p+0, -0x1.ce84d8p-1, 0x1.8e607cp+1, 0x1.9527aap+0,
};
static const double d145[15] = {
    0x1.e45958p-1, 0x1.d46cep-1, 0x1.b22f52p+0, -0x1.148fc8p+0, 0x1.e01f32p+0, -0x1.1e664p+0, -0x1.54aceap+0, 0x1.58cfe8p+0,
    -0x1.41032ap+0, 0x0p+0, 0x0p+0, 0x1.14fbbp+0, -0x1.f21b0cp-1, 0x1.43314cp+0, 0x1.eb0c1ap+0,
};
static const double d146[15] = {
    0x1.1111111p-4, 0x1.1111111p-4, -0x1.1111111p-4, -0x1.1111111p-4, 0x1.1111111p-4, -0x1.1111111p-4, -0x1.1111111p-4,
    0x1.1111111p-4, -0x1.1111111p-4, 0x0p+0, 0x0p+0, 0x1.1111111p-4, 0x1.1111111p-4, 0x1.1111111p-4, -0x1.1111111p-4,
};
static const double d147[15] = {
    0x1p+0, 0x1p+0, -0x1p+0, -0x1p+0, 0x1p+0, -0x1p+0, -0x1p+0, 0x1p+0, -0x1p+0, 0x0p+0, 0x0p+0, 0x1p+0, 0x1p+0, 0x1p+0,
    -0x1p+0,
};
static const float f43[15] = {
    0x1.d16e04p-4f, 0x1.8dfe8p+0f, -0x1.70f932p-1f, -0x1.2b4d12p+0f, -0x1.3da634p+0f, 0x1.eb59f4p+0f, 0x1p-1f, -0x1.f1be08p-1f,
    0x1.a180fap+0f, 0x1.b81366p-1f, 0x1.34826ep+0f, 0x1.79e25cp-1f, -0x1.3e6be6p-4f, 0x1.98400ep-1f, -0x1.1e547p+1f,
};
static const double d148[15] = {
    0x1.d16e04p-4, 0x1.8dfe8p+0, 0x1.387c99p+0, 0x1.ab4d12p+0, -0x1.3da634p+0, 0x0p+0, 0x0p+0, -0x1.f1be08p-1, 0x0p+0, 0x0p+0,
    0x0p+0, 0x1.79e25cp-1, -0x1.3e6be6p-4, 0x1.98400ep-1, 0x1.5e547p+1,
};
static const double d149[15] = {
    0x1.e45958p-1, 0x1.d46cep-1, 0x1.b22f52p+0, -0x1.148fc8p+0, 0x1.e01f32p+0, 0x0p+0, 0x0p+0, 0x1.58cfe8p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x1.14fbbp+0, -0x1.f21b0cp-1, 0x1.43314cp+0, 0x1.eb0c1ap+0,
};
static const float f44[15] = {
    -0x1.45d67cp-1f, -0x1.57b426p-1f, 0x1.e088b6p-1f, 0x1.f3d9eep+0f, -0x1.a4e70cp+0f, 0x1.1719e2p-1f, 0x1.1aa46p-2f,
    0x1.066fbp-1f, 0x1.205b34p+0f, 0x1.3f13ep-1f, -0x1.1a34dcp+0f, 0x1.75006p+1f, 0x1.0f1f3cp-9f, 0x1.091e64p+1f,
    -0x1.8ae74p+0f,
};
static const float f45[15] = {
    0x1.65a786p+0f, 0x1.98c4cp+0f, -0x1.8ac278p+0f, 0x1.4ccf7cp+1f, 0x1.d656a8p-2f, -0x1.f6e7b8p+0f, -0x1.5a883cp+0f,
    0x1.ba0a5p-4f, 0x1.0c5ff8p+1f, 0x1.53ebeap-1f, -0x1.de12acp+0f, 0x1.7051b2p+0f, 0x1.0f1f3cp-9f, 0x1.37a9c8p+0f,
    0x1.47a4a4p-1f,
};
static const double d150[15] = {
    0x1.044962p+1, 0x1.224f698p+1, 0x1.3d83698p+1, 0x0p+0, 0x1.0d3e5bp+1, 0x1.413a548p+1, 0x1.a13154p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x1.87bbap-1, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d151[15] = {
    -0x1.e45958p-1, -0x1.d46cep-1, -0x1.b22f52p+0, 0x0p+0, -0x1.e01f32p+0, 0x1.1e664p+0, 0x1.54aceap+0, -0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.85248p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0,
};
static const double d152[15] = {
    0x1.e45958p-1, 0x1.d46cep-1, 0x1.b22f52p+0, -0x0p+0, 0x1.e01f32p+0, -0x1.1e664p+0, -0x1.54aceap+0, 0x0p+0, -0x0p+0, -0x0p+0,
    0x1.85248p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0,
};
static const double d153[15] = {
    -0x1.1111111p-4, -0x1.1111111p-4, 0x1.1111111p-4, 0x0p+0, -0x1.1111111p-4, 0x1.1111111p-4, 0x1.1111111p-4, -0x0p+0, 0x0p+0,
    0x0p+0, 0x1.1111111p-4, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0,
};
static const double d154[15] = {
    0x1.1111111p-4, 0x1.1111111p-4, -0x1.1111111p-4, -0x0p+0, 0x1.1111111p-4, -0x1.1111111p-4, -0x1.1111111p-4, 0x0p+0, -0x0p+0,
    -0x0p+0, -0x1.1111111p-4, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0,
};
static const double d155[15] = {
    -0x1p+0, -0x1p+0, 0x1p+0, 0x0p+0, -0x1p+0, 0x1p+0, 0x1p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x1p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    0x0p+0,
};
static const double d156[15] = {
    0x1p+0, 0x1p+0, -0x1p+0, -0x0p+0, 0x1p+0, -0x1p+0, -0x1p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x1p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x0p+0,
};
static const double d157[15] = {
    0x1.444962p+1, 0x1.624f698p+1, 0x1.7d83698p+1, 0x0p+0, 0x1.4d3e5bp+1, 0x1.813a548p+1, 0x1.1098aap+1, 0x1.868cdp-4, 0x0p+0,
    0x1.d64fecp-2, 0x1.43dddp+0, 0x0p+0, 0x1p-1, 0x0p+0, 0x0p+0,
};
static const double d158[15] = {
    -0x1.e45958p-1, -0x1.d46cep-1, -0x1.b22f52p+0, 0x0p+0, -0x1.e01f32p+0, 0x1.1e664p+0, 0x1.54aceap+0, -0x1.58cfe8p+0, 0x0p+0,
    0x1.a9646p-1, -0x1.85248p+0, -0x0p+0, 0x1.f21b0cp-1, -0x0p+0, 0x0p+0,
};
static const double d159[15] = {
    0x1.e45958p-1, 0x1.d46cep-1, 0x1.b22f52p+0, -0x0p+0, 0x1.e01f32p+0, -0x1.1e664p+0, -0x1.54aceap+0, 0x1.58cfe8p+0, -0x0p+0,
    -0x1.a9646p-1, 0x1.85248p+0, 0x0p+0, -0x1.f21b0cp-1, 0x0p+0, -0x0p+0,
};
static const double d160[15] = {
    -0x1.1111111p-4, -0x1.1111111p-4, 0x1.1111111p-4, 0x0p+0, -0x1.1111111p-4, 0x1.1111111p-4, 0x1.1111111p-4, -0x1.1111111p-4,
    0x0p+0, 0x1.1111111p-4, 0x1.1111111p-4, -0x0p+0, -0x1.1111111p-4, -0x0p+0, 0x0p+0,
};
static const double d161[15] = {
    0x1.1111111p-4, 0x1.1111111p-4, -0x1.1111111p-4, -0x0p+0, 0x1.1111111p-4, -0x1.1111111p-4, -0x1.1111111p-4, 0x1.1111111p-4,
    -0x0p+0, -0x1.1111111p-4, -0x1.1111111p-4, 0x0p+0, 0x1.1111111p-4, 0x0p+0, -0x0p+0,
};
static const double d162[15] = {
    0x1.c892c4p+0, 0x1.024f698p+1, 0x1.1d83698p+1, 0x0p+0, 0x1.da7cb6p+0, 0x1.213a548p+1, 0x1.613154p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x1.07bbap-1, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f46[15] = {
    -0x1.e544d8p-3f, -0x1.3e6ddp+1f, -0x1.982ed4p+1f, -0x1.db7b28p+1f, -0x1.635286p+1f, -0x1.285b2ap+1f, -0x1.a37976p+0f,
    -0x1.6baafp+0f, -0x1.ca609p-1f, -0x1.6ed5e2p+1f, -0x1.d8a0ep-2f, -0x1.a9162p+0f, -0x1.c407cap+1f, -0x1.fa8bc6p+1f,
    -0x1.03e608p+1f,
};
static const float f47[15] = {
    0x1.0a25cep-6f, 0x1.c172fep-7f, 0x1.47d0fp-8f, 0x1.0b6c2ep-6f, 0x1.e5be02p-1f, 0x1.06dad8p-2f, 0x1.0065cp-3f,
    0x1.1ea0fap-8f, 0x0p+0f, 0x1.645084p-2f, 0x1.1ee924p-1f, 0x1.188266p-2f, 0x1.cbde62p-5f, 0x1.d50b1ap-5f, 0x1.ac710ep-5f,
};
static const double d163[15] = {
    -0x1.025df03p-4, -0x1.94d502cp-6, -0x1.59ad7d2p-7, -0x1.ac72a82p-8, 0x1.4ab4e29p+1, 0x1.f645005p-3, -0x1.c28f65ep-5,
    -0x1.1f75952p-6, 0x0p+0, 0x1.4282156p-1, -0x1.0dee5c6p-4, 0x1.9a3fe7dp-4, 0x1.2b9c8b2p-5, 0x1.014f8bap-4, -0x1.8a4b9fdp-5,
};
static const double d164[15] = {
    -0x1.f78c5c2p-7, -0x1.9b32af1p-7, 0x1.15fe67ap-7, -0x1.20e6d3fp-6, -0x1.c77fba5p+0, -0x1.26117a4p-2, -0x1.553451cp-3,
    -0x1.821117ep-8, -0x0p+0, -0x1.280ab02p-2, 0x1.b4212bfp-1, -0x1.2f805ebp-2, 0x1.bf63985p-5, -0x1.2813aa1p-4, 0x1.9ae88b5p-4,
};
static const double d165[15] = {
    -0x1.1be40efp-10, -0x1.df69977p-11, -0x1.5dabaabp-12, -0x1.1d40311p-10, -0x1.0310011p-4, -0x1.1860e66p-6, -0x1.117d99ap-7,
    -0x1.31bcc66p-12, -0x0p+0, -0x1.7c119dep-6, -0x1.3209cp-5, -0x1.2b35c22p-6, -0x1.ea86cefp-9, -0x1.f4501bcp-9, -0x1.c9012p-9,
};
static const double d166[15] = {
    -0x1.0a25cep-6, -0x1.c172fep-7, -0x1.47d0fp-8, -0x1.0b6c2ep-6, -0x1.e5be02p-1, -0x1.06dad8p-2, -0x1.0065cp-3,
    -0x1.1ea0fap-8, -0x0p+0, -0x1.645084p-2, -0x1.1ee924p-1, -0x1.188266p-2, -0x1.cbde62p-5, -0x1.d50b1ap-5, -0x1.ac710ep-5,
};
static const double d167[15] = {
    -0x1.62dd12bp-8, -0x1.2ba1febp-8, -0x1.b516955p-10, -0x1.64903d5p-8, -0x1.43d4015p-2, -0x1.5e792p-4, -0x1.55ddp-5,
    -0x1.7e2bf8p-10, -0x0p+0, -0x1.db16055p-4, -0x1.7e8c3p-3, -0x1.760332bp-4, -0x1.3294415p-6, -0x1.38b2115p-6, -0x1.1da0b4p-6,
};
static const float f48[15] = {
    -0x1.99747ep-3f, -0x1.733d9ep+2f, -0x1.10f2dep+1f, -0x1.84bccap+1f, -0x1.1cebbp+2f, -0x1.935c0ap+1f, -0x1.d6c5d4p+0f,
    -0x1.7ce8e8p-1f, -0x1.3c506cp+0f, -0x1.b741cap+1f, -0x1.7c0c7ep+2f, -0x1.3ad0a4p+1f, -0x1.1085a4p-3f, -0x1.c70b3ep+1f,
    -0x1.35d468p+2f,
};
static const double d168[15] = {
    0x1.f09ab64p-6, -0x1.487462fp-7, 0x1.0083b76p-3, 0x1.0a5ac89p-5, -0x1.401232fp-6, -0x1.2518609p-5, -0x1.04fa775p-5,
    0x1.4942d63p-2, -0x1.952ea26p-4, -0x1.2bb7871p-6, -0x1.d92af37p-7, -0x1.17bea7cp-4, 0x1.7cccba9p+1, 0x1.78d20cbp-7,
    -0x1.6bb7f7dp-6,
};
static const double d169[15] = {
    -0x1.8c94596p-1, -0x1.6ad2fafp-9, 0x1.9bc8d5ap-3, -0x1.a89ac3cp-5, -0x1.662e46ep-6, -0x1.883dbffp-5, -0x1.b14b2cbp-3,
    -0x1.47ba3d9p-1, -0x1.7538ae9p-2, -0x1.b81f3c3p-6, 0x1.06a8fcp-8, -0x1.7ad1261p-4, 0x1.b40b72dp-1, -0x1.27958c5p-5,
    0x1.f07307p-7,
};
static const double d170[15] = {
    -0x1.bf2af53p-5, -0x1.a70387bp-13, -0x1.02fa8b9p-7, -0x1.a33d1c7p-9, -0x1.976d3b5p-11, -0x1.75fb30bp-9, -0x1.5b4de7bp-7,
    -0x1.03896f4p-5, -0x1.3d7a573p-6, -0x1.1a85a5ep-9, -0x1.709fd6p-13, -0x1.7575e93p-8, -0x1.de16a45p-5, -0x1.f37affp-10,
    -0x1.1412193p-11,
};
static const double d171[15] = {
    -0x1.a33845ep-1, -0x1.8c934f3p-9, -0x1.e595c5bp-4, -0x1.89094aap-5, -0x1.7df667ap-7, -0x1.5e9b7dap-5, -0x1.4599094p-3,
    -0x1.e6a1b0ap-2, -0x1.29a2b1cp-2, -0x1.08dd4b9p-5, -0x1.5995d8ap-9, -0x1.5e1e8aap-4, -0x1.c0353a1p-1, -0x1.d4434f1p-6,
    -0x1.02d0f7ap-7,
};
static const double d172[15] = {
    -0x1.177ad94p-2, -0x1.086234dp-10, -0x1.43b92e7p-5, -0x1.060631cp-6, -0x1.fd488a3p-9, -0x1.d379fcdp-7, -0x1.b22161ap-5,
    -0x1.446bcb2p-3, -0x1.8cd8ecfp-4, -0x1.61270f6p-7, -0x1.ccc7cb8p-11, -0x1.d2d3637p-6, -0x1.2ace26bp-2, -0x1.382cdf6p-7,
    -0x1.59169f8p-9,
};
static const float f49[24] = {
    -0x1.2e4468p+1f, -0x1.320e92p+2f, -0x1.711f26p-3f, -0x1.635f24p+1f, -0x1.69bdcep+0f, -0x1.38c9f2p+0f, -0x1.c28d66p+1f,
    -0x1.ad5eb6p-1f, -0x1.dcfd7ap-1f, -0x1.3f34d4p+0f, -0x1.88d942p+0f, -0x1.22c57cp+1f, -0x1.2a82d6p+1f, -0x1.0f5906p+1f,
    -0x1.a0f0dap+2f, -0x1.f936e2p-3f, -0x1.27dabcp+2f, -0x1.74fd64p-3f, -0x1.1fa4bap+1f, -0x1.7cf658p+1f, -0x1.af3ed2p+1f,
    -0x1.3eb7bp+1f, -0x1.787a92p-2f, -0x1.a8ba24p+0f,
};
static const float f50[24] = {
    0x1.9d9802p-4f, 0x1.d52d3ap-2f, 0x1.39a08cp-2f, 0x1.139874p-3f, 0x1.07b03ap-2f, 0x1.e99152p-4f, 0x1.192982p-1f,
    0x1.2e61b8p-4f, 0x1.83827ep-1f, 0x1.5fbde8p-4f, 0x1.d4608ap-4f, 0x1.5f9b3cp-5f, 0x1.fc82b4p-3f, 0x1.985798p-2f,
    0x1.8c1c3ep-4f, 0x1.065ffep-2f, 0x1.5f8b5ap-5f, 0x1.134ff2p-3f, 0x1.19144ep-1f, 0x1.183dfep-2f, 0x1.ec8aap-5f,
    0x1.9d819ap-1f, 0x1.060068p-5f, 0x1.9aadb2p-4f,
};
static const double d173[24] = {
    -0x1.13baacp-8, -0x1.38c8d15p-6, -0x1.a22b655p-7, -0x1.6f75fp-8, -0x1.5f95a2bp-7, -0x1.4660e15p-8, -0x1.76e202bp-6,
    -0x1.932cf55p-9, -0x1.0256febp-5, -0x1.d4fd355p-9, -0x1.38405cp-8, -0x1.d4cefabp-10, -0x1.5301cd5p-7, -0x1.103a655p-6,
    -0x1.0812d4p-8, -0x1.5dd552bp-7, -0x1.d4b9cd5p-10, -0x1.6f1542bp-8, -0x1.76c5bd5p-6, -0x1.75a7fd5p-7, -0x1.485c6abp-9,
    -0x1.13abbcp-5, -0x1.5d55ep-10, -0x1.11c9215p-8,
};
static const double d174[24] = {
    -0x1.9d9802p-5, -0x1.d52d3ap-3, -0x1.39a08cp-3, -0x1.139874p-4, -0x1.07b03ap-3, -0x1.e99152p-5, -0x1.192982p-2,
    -0x1.2e61b8p-5, -0x1.83827ep-2, -0x1.5fbde8p-5, -0x1.d4608ap-5, -0x1.5f9b3cp-6, -0x1.fc82b4p-4, -0x1.985798p-3,
    -0x1.8c1c3ep-5, -0x1.065ffep-3, -0x1.5f8b5ap-6, -0x1.134ff2p-4, -0x1.19144ep-2, -0x1.183dfep-3, -0x1.ec8aap-6,
    -0x1.9d819ap-2, -0x1.060068p-6, -0x1.9aadb2p-5,
};
static const float f51[15] = {
    0x1.f851d2p-1f, 0x1.ce28f6p-2f, 0x1.0e182ep-2f, 0x1.2bca12p-2f, 0x1.26e24ep-3f, 0x1.12d91ep-2f, 0x1.252facp-1f,
    0x1.dfab32p-3f, 0x1.32c526p-1f, 0x1.656ebp-1f, 0x1.b9bb22p-1f, 0x1.061db6p-2f, 0x1.b6220ap-2f, 0x1.fd27b2p-1f,
    0x1.e5330ep-2f,
};
static const double d175[15] = {
    -0x1.1120867p-4, -0x1.888d38bp-5, -0x1.44f6dd2p-6, -0x1.8200bf1p-5, 0x1.c9e8273p+0, -0x1.774948bp-7, -0x1.85d1e56p-3,
    -0x1.1d3de5dp-6, 0x0p+0, -0x1.f03063ap-3, -0x1.ef3e0a7p-3, 0x1.30629c6p-6, -0x1.d3007efp-4, -0x1.4ebcfafp-3,
    -0x1.d81c229p-4,
};
static const double d176[15] = {
    -0x1.ff37884p-7, -0x1.c78acb3p-6, 0x1.077cb2dp-5, -0x1.ed67c38p-5, -0x1.8b6f98ap+3, -0x1.11e6f07p+0, -0x1.29ed83p-2,
    -0x1.9c16c5cp-6, -0x0p+0, -0x1.a80fcaep-2, 0x1.f981edfp-1, -0x1.286b731p+0, 0x1.0568869p-3, -0x1.29bb2d9p-4, 0x1.b19afacp-3,
};
static const double d177[15] = {
    -0x1.2036db8p-10, -0x1.098e769p-9, -0x1.4b6c6eep-10, -0x1.e72b87cp-9, -0x1.c1cdd3fp-2, -0x1.0526b18p-4, -0x1.dd9ae07p-7,
    -0x1.465859dp-10, -0x0p+0, -0x1.103670dp-5, -0x1.62b8b77p-5, -0x1.243a78fp-4, -0x1.1e9d0c3p-7, -0x1.f71bc3ep-9,
    -0x1.e23f612p-8,
};
static const double d178[15] = {
    -0x1.0e336dcp-6, -0x1.f1eb1e6p-6, -0x1.36b5a7fp-6, -0x1.c8b8cf4p-5, -0x1.a5b0f6bp+2, -0x1.e9a88cdp-1, -0x1.bfc1327p-3,
    -0x1.31f2d43p-6, -0x0p+0, -0x1.fe66139p-2, -0x1.4c8d2bfp-1, -0x1.11f6d16p+0, -0x1.0cb33b7p-3, -0x1.d7aa07ap-5,
    -0x1.c41b6b1p-4,
};
static const double d179[15] = {
    -0x1.6844925p-8, -0x1.4bf2144p-7, -0x1.9e478aap-8, -0x1.307b34dp-6, -0x1.1920a47p+1, -0x1.46705dep-2, -0x1.2a80cc4p-4,
    -0x1.97ee704p-8, -0x0p+0, -0x1.54440dp-3, -0x1.bb66e54p-3, -0x1.6d49172p-2, -0x1.66444f4p-5, -0x1.3a715a7p-6,
    -0x1.2d679cbp-5,
};
static const float f52[20] = {
    -0x1.04c6e6p-2f, -0x1.c5e0c2p+0f, 0x1.76f0aap+1f, 0x1.88a424p+0f, 0x1.5ca9cep-1f, -0x1.9c2e84p+0f, 0x1.090602p+2f,
    -0x1.6b7782p+0f, 0x1.f782c6p-1f, 0x1.6c3fc6p+0f, 0x1.a3fbb6p+1f, 0x1.6e3dd8p-1f, 0x1.158b1ep+1f, -0x1.058634p-2f,
    0x1.edcc5p-1f, 0x1.b635f4p-2f, 0x1.a063ccp+1f, 0x1.c3a476p-2f, -0x1.0cdabap+0f, -0x1.274e44p+1f,
};
static const float f53[4] = {
    -0x1.56e6b8p+0f, -0x1.56b104p+0f, 0x1.463d24p-1f, 0x1.a1485p-1f,
};
static const int32_t i0[4] = {
    1, 4, 0, 2,
};
static const double d180[4] = {
    0x1.42a5ba7p+2, 0x1.69eb437p+1, 0x1.b59e561p-2, 0x1.785786bp+1,
};
static const double d181[20] = {
    -0x1.43cb61cp-5, 0x1.54af36p+0, -0x1.e88827dp-1, -0x1.e4127e3p-3, -0x1.9ca7741p-4, -0x1.f40f9e5p-9, -0x1.3331dbdp+0,
    -0x1.2e700f2p-8, -0x1.a21195ep-5, 0x1.426ae06p+0, -0x1.c5d3dap-3, 0x1.05a9706p-5, 0x1.17b59abp-3, 0x1.8c7c0ccp-7,
    0x1.4fb089bp-5, 0x1.5c4ccc4p-5, 0x1.6f1492cp-1, -0x1.8b39eefp-1, 0x1.3dbb319p-7, 0x1.69a2aep-9,
};
static const double d182[20] = {
    0x1.e3788b1p-8, -0x1.fcb0a17p-3, 0x1.6cb939dp-3, 0x1.6964e4ep-5, 0x1.3413505p-6, 0x1.758f34cp-11, 0x1.caf748fp-3,
    0x1.c3dbd33p-11, 0x1.384f123p-7, -0x1.e1b5a52p-3, -0x1.641e77ep-4, 0x1.9aa71b9p-7, 0x1.b6fa01ap-5, 0x1.371f35dp-8,
    0x1.076a81p-6, 0x1.ab5c032p-7, 0x1.c267169p-3, -0x1.e4eff7fp-3, 0x1.85da19cp-9, 0x1.bbb8ccap-11,
};
static const double d183[20] = {
    0x1.e3788b1p-6, -0x1.fcb0a17p-1, 0x1.6cb939dp-1, 0x1.6964e4ep-3, 0x1.3413505p-4, 0x1.758f34cp-9, 0x1.caf748fp-1,
    0x1.c3dbd33p-9, 0x1.384f123p-5, -0x1.e1b5a52p-1, -0x1.641e77ep-2, 0x1.9aa71b9p-5, 0x1.b6fa01ap-3, 0x1.371f35dp-6,
    0x1.076a81p-4, 0x1.ab5c032p-5, 0x1.c267169p-1, -0x1.e4eff7fp-1, 0x1.85da19cp-7, 0x1.bbb8ccap-9,
};
static const float f54[5] = {
    0x1.6e322cp+0f, 0x1.b141eep+0f, 0x1.4bce84p-1f, 0x1.b660dp-1f, 0x1.c9e1ccp-1f,
};
static const double d184[4] = {
    0x1.1106b43p+3, 0x1.43aa19cp+1, 0x1.38ff119p-1, 0x1.e7c8c3ap+0,
};
static const double d185[20] = {
    -0x1.11ff32p-4, 0x1.204a0bcp+1, -0x1.9d660ep+0, -0x1.999ff91p-2, -0x1.5d30c0cp-3, -0x1.bf3478ep-9, -0x1.12b97a8p+0,
    -0x1.0e78664p-8, -0x1.75e1119p-5, 0x1.205695bp+0, -0x1.4496e98p-2, 0x1.764b86bp-5, 0x1.901c74cp-3, 0x1.1b93875p-6,
    0x1.e0302fp-5, 0x1.c370458p-6, 0x1.dbc7b99p-2, -0x1.00215e3p-1, 0x1.9bd1599p-8, 0x1.d4b9125p-10,
};
static const double d186[20] = {
    0x1.5ec7769p-7, -0x1.7113a2ap-2, 0x1.089f6f9p-2, 0x1.0635083p-4, 0x1.bf0b55cp-6, 0x1.1e701efp-11, 0x1.5fed10ap-3,
    0x1.5a79f06p-11, 0x1.def1ce5p-8, -0x1.715d892p-3, -0x1.b4c5f65p-4, 0x1.f7a86cbp-7, 0x1.0d32c2p-4, 0x1.7d95cfp-8,
    0x1.4313273p-6, 0x1.daed018p-8, 0x1.f488aaap-4, -0x1.0d74c82p-3, 0x1.b13e5f7p-10, 0x1.ed1c048p-12,
};
static const int32_t i1[4] = {
    1, -100, 0, 2,
};
static const double d187[4] = {
    0x1.42a5ba7p+2, 0x0p+0, 0x1.b59e561p-2, 0x1.785786bp+1,
};
static const double d188[20] = {
    -0x1.43cb61cp-5, 0x1.54af36p+0, -0x1.e88827dp-1, -0x1.e4127e3p-3, -0x1.9ca7741p-4, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.c5d3dap-3, 0x1.05a9706p-5, 0x1.17b59abp-3, 0x1.8c7c0ccp-7, 0x1.4fb089bp-5, 0x1.5c4ccc4p-5, 0x1.6f1492cp-1,
    -0x1.8b39eefp-1, 0x1.3dbb319p-7, 0x1.69a2aep-9,
};
static const double d189[20] = {
    0x1.42505cbp-7, -0x1.53206bap-2, 0x1.e64c4d1p-3, 0x1.e1dbdbep-5, 0x1.9ac46b1p-6, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.dad34a8p-4, 0x1.11c4bd1p-6, 0x1.24a6abcp-4, 0x1.9ed447dp-8, 0x1.5f38abfp-6, 0x1.1ce8021p-6, 0x1.2c44b9bp-2,
    -0x1.434aa55p-2, 0x1.03e6bbep-8, 0x1.27d0887p-10,
};
static const double d190[4] = {
    0x1.1106b43p+3, 0x0p+0, 0x1.38ff119p-1, 0x1.e7c8c3ap+0,
};
static const double d191[20] = {
    -0x1.11ff32p-4, 0x1.204a0bcp+1, -0x1.9d660ep+0, -0x1.999ff91p-2, -0x1.5d30c0cp-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.4496e98p-2, 0x1.764b86bp-5, 0x1.901c74cp-3, 0x1.1b93875p-6, 0x1.e0302fp-5, 0x1.c370458p-6, 0x1.dbc7b99p-2,
    -0x1.00215e3p-1, 0x1.9bd1599p-8, 0x1.d4b9125p-10,
};
static const double d192[20] = {
    0x1.b1f805bp-7, -0x1.c89b14p-2, 0x1.476141bp-2, 0x1.446431bp-4, 0x1.14882dcp-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.0e2db4ap-3, 0x1.378d4a9p-6, 0x1.4d0a5dap-4, 0x1.d814ab3p-8, 0x1.8fb1b8fp-6, 0x1.25c7635p-7, 0x1.359e941p-3,
    -0x1.4d5c0c3p-3, 0x1.0bfec3cp-9, 0x1.3106e0cp-11,
};
static const double d193[4] = {
    0x1.42a5ba7p+2, 0x1.69eb437p+1, 0x1.b59e561p-2, 0x0p+0,
};
static const double d194[20] = {
    -0x1.43cb61cp-5, 0x1.54af36p+0, -0x1.e88827dp-1, -0x1.e4127e3p-3, -0x1.9ca7741p-4, -0x1.f40f9e5p-9, -0x1.3331dbdp+0,
    -0x1.2e700f2p-8, -0x1.a21195ep-5, 0x1.426ae06p+0, -0x1.c5d3dap-3, 0x1.05a9706p-5, 0x1.17b59abp-3, 0x1.8c7c0ccp-7,
    0x1.4fb089bp-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d195[20] = {
    0x1.42505cbp-7, -0x1.53206bap-2, 0x1.e64c4d1p-3, 0x1.e1dbdbep-5, 0x1.9ac46b1p-6, 0x1.f214465p-11, 0x1.31fa30ap-2,
    0x1.2d3d378p-10, 0x1.a0696dap-7, -0x1.4123c37p-2, -0x1.dad34a8p-4, 0x1.11c4bd1p-6, 0x1.24a6abcp-4, 0x1.9ed447dp-8,
    0x1.5f38abfp-6, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d196[4] = {
    0x1.334fbffp+2, 0x1.7320802p+1, 0x1.3c6a34ap-1, 0x1.7c0797bp+1,
};
static const double d197[20] = {
    -0x1.a159c3bp-7, 0x1.394097ep+0, -0x1.dad0d8cp-1, -0x1.ad3542p-3, -0x1.2eecfbap-4, 0x1.7823308p-6, -0x1.2c57474p+0,
    0x1.6b09208p-6, -0x1.8d7e077p-6, 0x1.27008e1p+0, -0x1.5d6e5dcp-3, 0x1.3a87e83p-6, 0x1.fb38774p-4, -0x1.519e44bp-11,
    0x1.ce961adp-6, 0x1.ad8a08ep-6, 0x1.66bc164p-1, -0x1.69d7fdp-1, -0x1.b0c7db5p-8, -0x1.bbb673cp-7,
};
static const double d198[20] = {
    0x1.3794ec8p-9, -0x1.d3badedp-3, 0x1.627bc93p-3, 0x1.406f225p-5, 0x1.c44f964p-7, -0x1.18fc2e3p-8, 0x1.c0b9d85p-3,
    -0x1.0f329a6p-8, 0x1.28f00fap-8, -0x1.b8bfe28p-3, -0x1.1232f2bp-4, 0x1.eda0226p-8, 0x1.8e043f1p-5, -0x1.08edef5p-12,
    0x1.6afdf79p-7, 0x1.0784f8bp-7, 0x1.b829a5fp-3, -0x1.bbfa356p-3, -0x1.09820fdp-9, -0x1.1036fb4p-8,
};
static const double d199[4] = {
    0x1.00fb47dp+3, 0x1.5045fbfp+1, 0x1.99eeaabp-1, 0x1.027cadcp+1,
};
static const double d200[20] = {
    -0x1.ae0e469p-6, 0x1.092426fp+1, -0x1.8a969d3p+0, -0x1.73e70e8p-2, -0x1.1ffd9fdp-3, 0x1.1d1fbedp-5, -0x1.0d935f9p+0,
    0x1.ae2047fp-7, -0x1.85beb1bp-6, 0x1.07651bdp+0, -0x1.07cd88dp-2, 0x1.7a284b7p-6, 0x1.7612fe2p-3, 0x1.895c791p-8,
    0x1.77e0996p-5, 0x1.94ce3abp-8, 0x1.e106a76p-2, -0x1.d2faf5dp-2, -0x1.d9d410dp-8, -0x1.9ef346ap-7,
};
static const double d201[20] = {
    0x1.1349075p-8, -0x1.53712p-2, 0x1.f929ff4p-3, 0x1.dc1efcp-5, 0x1.70b1cc5p-6, -0x1.6d3f778p-8, 0x1.59548dap-3,
    -0x1.137fb38p-9, 0x1.f344ce5p-9, -0x1.5169a65p-3, -0x1.62fa4d1p-4, 0x1.fcdaedbp-8, 0x1.f75c5a2p-5, 0x1.08a827ep-9,
    0x1.f9c97f7p-7, 0x1.a9dddb5p-10, 0x1.fa0d77p-4, -0x1.eb46b23p-4, -0x1.f27b02fp-10, -0x1.b48a056p-9,
};
static const double d202[4] = {
    0x1.00fb47dp+3, 0x0p+0, 0x1.99eeaabp-1, 0x1.027cadcp+1,
};
static const double d203[20] = {
    -0x1.ae0e469p-6, 0x1.092426fp+1, -0x1.8a969d3p+0, -0x1.73e70e8p-2, -0x1.1ffd9fdp-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.07cd88dp-2, 0x1.7a284b7p-6, 0x1.7612fe2p-3, 0x1.895c791p-8, 0x1.77e0996p-5, 0x1.94ce3abp-8, 0x1.e106a76p-2,
    -0x1.d2faf5dp-2, -0x1.d9d410dp-8, -0x1.9ef346ap-7,
};
static const double d204[20] = {
    0x1.549230fp-8, -0x1.a3f15ffp-2, 0x1.387bcc5p-2, 0x1.2684a8ep-4, 0x1.c82209cp-6, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.b729c4p-4, 0x1.3ac45p-7, 0x1.375e3c1p-4, 0x1.476c0b6p-9, 0x1.38de764p-6, 0x1.076e91bp-9, 0x1.3908814p-3,
    -0x1.2fe490dp-3, -0x1.34596b6p-9, -0x1.0e08a09p-8,
};
static const double d205[20] = {
    -0x1.bd2581p-5, -0x1.22ea21cp-4, 0x1.206e20dp-3, 0x1.4bda2b3p-8, -0x1.507407fp-6, -0x1.f0d7194p-5, 0x1.1df7f2dp-3,
    -0x1.b9d1eb9p-6, -0x1.c58a0dcp-6, -0x1.8eb56aap-6, 0x1.7d2ea53p-4, -0x1.f1294acp-5, 0x1.7813c32p-6, -0x1.07df6fap-5,
    -0x1.7abce3p-6, -0x1.91354cbp-5, 0x1.15dc531p-3, -0x1.f46722cp-7, -0x1.159ffb8p-5, -0x1.33823b6p-5,
};
static const float f55[24] = {
    -0x1.411c84p-1f, -0x1.152842p-2f, 0x1.72e4c8p+1f, -0x1.4967a6p-1f, 0x1.c5379ep-1f, 0x1.01d5f2p+0f, 0x1.c0ce14p-1f,
    -0x1.6b6c62p+0f, 0x1.960c86p-2f, -0x1.39442cp+0f, -0x1.ebf74cp+0f, 0x1.8f95f4p-2f, -0x1.36c9e2p-1f, 0x1.4e4cdep-2f,
    0x1.39509ap+0f, 0x1.cf6026p-1f, -0x1.17d038p-2f, 0x1.d38228p+0f, 0x1.b21156p+0f, -0x1.bda8aap+0f, -0x1.b9b08ep-3f,
    -0x1.5adb4p+0f, 0x1.eb2aa6p+0f, -0x1.003828p+0f,
};
static const float f56[6] = {
    0x1.5bb95p+0f, 0x1.54b02ep+0f, 0x1.faf154p+0f, -0x1.697bbep+0f, 0x1.b4373ep-1f, 0x1.2c7c24p+0f,
};
static const int32_t i2[6] = {
    3, 3, 3, 1, 3, 1,
};
static const double d206[6] = {
    0x1.d1814c4p+1, 0x1.bcbbd6fp+1, 0x1.ab73837p-1, 0x1.ba6494bp+0, 0x1.118d7bcp+2, 0x1.bb6d9e9p+1,
};
static const double d207[24] = {
    0x1.29d92dap-5, 0x1.a96d5bp-5, 0x1.3bf69b8p+0, -0x1.5290cfdp+0, 0x1.a717d24p-2, 0x1.ddfb617p-2, 0x1.a3766eep-2,
    -0x1.4a2268ap+0, 0x1.babe661p-1, 0x1.5e64be5p-3, 0x1.5cae6a1p-4, -0x1.1ef6b17p+0, -0x1.93ed3c1p-4, 0x1.2946a48p+0,
    -0x1.3b09391p-1, -0x1.ca0cd0dp-2, 0x1.a59a754p-5, 0x1.ae20d4cp-2, 0x1.7974e55p-2, -0x1.ae24846p-1, 0x1.d619452p-4,
    -0x1.2314c4p+0, 0x1.f09a2e9p-1, 0x1.acc30cbp-5,
};
static const double d208[24] = {
    0x1.245fdacp-8, 0x1.a19bcbdp-8, 0x1.36280e6p-3, -0x1.4c57eb9p-3, 0x1.a7e4ec1p-5, 0x1.dee316fp-5, 0x1.a441c61p-5,
    -0x1.4ac2724p-3, 0x1.2a1b68dp-4, 0x1.d7da249p-7, 0x1.d58bdfap-8, -0x1.826f6b5p-4, 0x1.7d69279p-7, -0x1.18b47b2p-3,
    0x1.29799f7p-4, 0x1.b084639p-5, 0x1.49e6379p-7, 0x1.5091e57p-4, 0x1.275ae34p-4, -0x1.5094c7dp-3, 0x1.0b0099dp-6,
    -0x1.4aa6b22p-3, 0x1.1a0e3b9p-3, 0x1.e70c6acp-8,
};
static const int32_t i3[4] = {
    -100, -100, -100, -100,
};
static const double d209[4] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d210[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const int32_t i4[4] = {
    3, 3, 3, 3,
};
static const float f57[5] = {
    0x1p+0f, 0x1p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f,
};
static const double d211[20] = {
    NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN,
};
static const float f58[3] = {
    -0x1.d6ef6ep+0f, -0x1.083beep+1f, -0x1.d5f7bp-3f,
};
static const float f59[3] = {
    -0x1.03463ep-1f, 0x1.5113c8p-1f, -0x1.db86ecp-1f,
};
static const int32_t i5[3] = {
    0, 0, 0,
};
static const double d212[3] = {
    -0x0p+0, -0x0p+0, -0x0p+0,
};
static const double d213[3] = {
    0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f60[20] = {
    -0x1.04c6e6p-2f, -0x1.c5e0c2p+0f, -INFINITY, 0x1.88a424p+0f, 0x1.5ca9cep-1f, -INFINITY, 0x1.090602p+2f, -0x1.6b7782p+0f,
    0x1.f782c6p-1f, 0x1.6c3fc6p+0f, 0x1.a3fbb6p+1f, -INFINITY, -INFINITY, -INFINITY, -INFINITY, 0x1.b635f4p-2f, 0x1.a063ccp+1f,
    0x1.c3a476p-2f, -0x1.0cdabap+0f, -INFINITY,
};
static const double d214[4] = {
    0x1.e5ce195p+1, 0x1.698dbd8p+1, -0x0p+0, 0x1.77e8685p+1,
};
static const double d215[20] = {
    -0x1.196a0a8p-3, 0x1.4f31cd9p+0, 0x0p+0, -0x1.a4b6be9p-1, -0x1.66a4b4p-2, 0x0p+0, -0x1.3412a19p+0, -0x1.2f4d59dp-8,
    -0x1.a3437bdp-5, 0x1.425c0acp+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.5d7bacep-5, 0x1.7053c83p-1, -0x1.8b26c0fp-1,
    0x1.3ecf7d3p-7, 0x0p+0,
};
static const double d216[20] = {
    0x1.a430f1cp-6, -0x1.f47e288p-3, 0x0p+0, 0x1.3a17b4cp-3, 0x1.0bc0abp-4, 0x0p+0, 0x1.cc471b8p-3, 0x1.c526727p-11,
    0x1.393395ep-7, -0x1.e19f7b5p-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.accfa39p-7, 0x1.c3eec0cp-3, -0x1.e4d86f7p-3,
    0x1.872d1c8p-9, 0x0p+0,
};
static const int32_t i6[4] = {
    2, 0, 0, 2,
};
static const double d217[4] = {
    INFINITY, INFINITY, -0x0p+0, 0x1.77e8685p+1,
};
static const double d218[20] = {
    -0x1.196a0a8p-3, -0x1.ed3a9b5p-6, 0x1.56e6b8p+0, -0x1.a4b6be9p-1, -0x1.66a4b4p-2, 0x1.56b104p+0, -0x1.3412a19p+0,
    -0x1.2f4d59dp-8, -0x1.a3437bdp-5, -0x1.454f93dp-4, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.5d7bacep-5, 0x1.7053c83p-1,
    -0x1.8b26c0fp-1, 0x1.3ecf7d3p-7, 0x0p+0,
};
static const float f61[20] = {
    0x1.b14aecp-2f, 0x1.3f2314p-5f, 0x1.e6366ap-3f, 0x1.1890f2p-4f, 0x1.db227ep-3f, 0x1.62c942p-4f, 0x1.0a42b8p-4f,
    0x1.1472dcp-8f, 0x1.a1fa1p-5f, 0x1.9615fap-1f, 0x1.ac657cp-3f, 0x1.176db4p-1f, 0x1.0d222ap-5f, 0x1.979f96p-5f,
    0x1.4cb348p-3f, 0x1.328ap-2f, 0x1.96f36cp-6f, 0x1.128e66p-3f, 0x1.338c18p-2f, 0x1.ee66fep-3f,
};
static const double d219[4] = {
    0x1.3e4e4ccp+1, 0x1.7955555p+1, 0x1.35517fcp+1, 0x1.fe26caap+1,
};
static const double d220[20] = {
    0x1.0df395fp-1, 0x1.64883afp-5, -0x1.45b76e5p-1, -0x1.282b3e2p-3, 0x1.ae1891p-3, 0x1.cb4db3fp-4, -0x1.1ceb07ep+0,
    0x1.0e822a4p-10, 0x1.1ae6fffp-6, 0x1.f70de04p-1, 0x1.211478cp-2, -0x1.4363419p-2, 0x1.d9acc46p-4, -0x1.41388cap-6,
    -0x1.00237e1p-4, -0x1.9c962d8p-3, 0x1.64b73d3p-1, -0x1.0f14799p-4, -0x1.e1725f8p-3, -0x1.8d4a2aep-3,
};
static const double d221[20] = {
    -0x1.9313635p-4, -0x1.0a2d2abp-7, 0x1.e6573dep-4, 0x1.ba38d71p-6, -0x1.4118d6p-5, -0x1.571cc86p-6, 0x1.a9aef1fp-3,
    -0x1.9427935p-13, -0x1.a6abf74p-9, -0x1.77cb9f2p-3, 0x1.c5aecb7p-4, -0x1.fb86847p-4, 0x1.73b178p-5, -0x1.f81ff59p-8,
    -0x1.91fc0e8p-6, -0x1.fa3cff2p-5, 0x1.b5af7b8p-3, -0x1.4c9c8b8p-6, -0x1.275d473p-4, -0x1.e7781adp-5,
};
static const double d222[4] = {
    0x1.93e9cbfp+1, 0x1.73720bfp+1, 0x1.bf15118p+1, 0x1.f250345p+1,
};
static const double d223[20] = {
    0x1.8904c8p-1, 0x1.43064b5p-4, -0x1.ab9126ep-1, -0x1.6f54a21p-3, 0x1.5802f8p-3, 0x1.4bf3498p-3, -0x1.0a4f987p+0,
    -0x1.dbd799ap-11, 0x1.054f614p-7, 0x1.be0416fp-1, 0x1.9e3126ap-2, -0x1.15e9247p-1, 0x1.74c5b6ap-3, -0x1.41c0deep-7,
    -0x1.159d90dp-5, -0x1.388528p-2, 0x1.689d60dp-1, -0x1.b102b9dp-6, -0x1.98c37e7p-3, -0x1.62875d9p-3,
};
static const double d224[20] = {
    -0x1.256a8c4p-3, -0x1.e252436p-7, 0x1.3f357edp-3, 0x1.123cfd2p-5, -0x1.00d4367p-5, -0x1.eff3c0ep-6, 0x1.8de21bfp-3,
    0x1.63779efp-13, -0x1.8669658p-10, -0x1.4d2faefp-3, 0x1.4504571p-3, -0x1.b4275b3p-3, 0x1.2483cf6p-4, -0x1.f8f5e7p-9,
    -0x1.b3b0bfp-7, -0x1.7f75413p-4, 0x1.ba782f9p-3, -0x1.09a62d7p-7, -0x1.f58c2a3p-5, -0x1.b300868p-5,
};
static const float f62[20] = {
    0x1.e409ecp-1f, 0x1.12507p-2f, 0x1.f1cf08p-1f, 0x1.ec4fe4p-2f, 0x1.7df2f8p-2f, 0x1.d9025ep-1f, 0x1.c0025p-2f,
    0x1.231d22p-1f, 0x1.d9349cp-2f, 0x1.2a9ebp-3f, 0x1.ed552p-4f, 0x1.e2cbbep-1f, 0x1.f210aep-1f, 0x1.cea838p-2f, 0x1.6bf08p-3f,
    0x1.fc2922p-1f, 0x1.39e10ep-1f, 0x1.89327ap-1f, 0x1.39947p-4f, 0x1.6849e4p-1f,
};
static const double d225[4] = {
    0x1.1ae82dap+3, 0x1.72708e2p+3, 0x1.f29ca5dp+2, 0x1.3519205p+3,
};
static const double d226[20] = {
    0x1.af878afp+0, 0x1.28d1ea7p-1, -0x1.1879f13p+1, -0x1.9a9f26bp-3, 0x1.02ba37ep-3, 0x1.c1fc4f7p+0, -0x1.473d314p+1,
    0x1.eb1f29ap-2, 0x1.83dce2ep-2, -0x1.e81e02dp-5, 0x1.1d263fap+0, -0x1.d87c608p-1, 0x1.c84eaaep-12, -0x1.afdadcfp-3,
    0x1.3db1d3cp-6, -0x1.007cdd1p+0, 0x1.c569edep+0, -0x1.fcb36adp-3, -0x1.27740f4p-6, -0x1.0171a66p-1,
};
static const double d227[20] = {
    -0x1.422acf5p-2, -0x1.bb31b4fp-4, 0x1.a2ca716p-2, 0x1.328edf1p-5, -0x1.82510b7p-6, -0x1.5026d41p-2, 0x1.e8e9c8p-2,
    -0x1.6ee1aa9p-4, -0x1.21be87fp-4, 0x1.6ca316cp-7, 0x1.bf83a03p-2, -0x1.72c29dp-2, 0x1.66109bep-13, -0x1.52e0887p-4,
    0x1.f297399p-8, -0x1.3ab4fffp-2, 0x1.162a93fp-1, -0x1.3815a5ep-4, -0x1.6a846e8p-8, -0x1.3be1597p-3,
};
static const double d228[4] = {
    0x1.4055424p+1, 0x1.80fff6ap+1, 0x1.3442167p+1, 0x1.f47554dp+1,
};
static const double d229[20] = {
    0x1.fd4c211p-2, 0x1.0a9ef61p-4, -0x1.484831dp-1, -0x1.0418552p-3, 0x1.a5515f4p-3, 0x1.04bc627p-3, -0x1.184abbcp+0,
    0x1.be4cdcbp-6, 0x1.30d25cap-5, 0x1.ce66d23p-1, 0x1.21adc64p-2, -0x1.2cd3e5ep-2, 0x1.ae0d119p-4, -0x1.de11433p-6,
    -0x1.09f0424p-4, -0x1.8c00c8fp-3, 0x1.5d68161p-1, -0x1.25179d4p-4, -0x1.d0b2e92p-3, -0x1.8660d77p-3,
};
static const double d230[20] = {
    -0x1.7c39f9dp-4, -0x1.8e1a4cap-7, 0x1.ea2be2p-4, 0x1.845bd09p-6, -0x1.3a8b259p-5, -0x1.858dc6fp-6, 0x1.a2c58ap-3,
    -0x1.4d660bep-8, -0x1.c76ba6cp-8, -0x1.596d438p-3, 0x1.c69f637p-4, -0x1.d81ea82p-4, 0x1.5176299p-5, -0x1.7723dc9p-7,
    -0x1.a15d522p-6, -0x1.e5e3f4ep-5, 0x1.acb79a6p-3, -0x1.679ec91p-6, -0x1.1d16f2ep-4, -0x1.defd2a6p-5,
};
static const double d231[4] = {
    0x1.09dfcebp+3, 0x1.58a3b91p+3, 0x1.d0c7b89p+2, 0x1.1fef328p+3,
};
static const double d232[20] = {
    0x1.8d11b85p+0, 0x1.21dc916p-1, -0x1.07b187cp+1, -0x1.780a32cp-3, 0x1.0322a64p-3, 0x1.9eaee9dp+0, -0x1.31ad4b5p+1,
    0x1.cb4125fp-2, 0x1.6ec7664p-2, -0x1.3acec57p-5, 0x1.07b7653p+0, -0x1.b27954p-1, 0x1.d8d7104p-8, -0x1.98477bdp-3,
    0x1.5aaea01p-7, -0x1.d7364dp-1, 0x1.a54742fp+0, -0x1.d5b8df2p-3, -0x1.dd062c7p-6, -0x1.de039f7p-2,
};
static const double d233[20] = {
    -0x1.2870b23p-2, -0x1.b0cde71p-4, 0x1.89bb4bp-2, 0x1.18bd844p-5, -0x1.82ecf9ap-6, -0x1.35c7a4ap-2, 0x1.c8b2bfap-2,
    -0x1.5713676p-4, -0x1.11fe759p-4, 0x1.d657118p-8, 0x1.9de08b8p-2, -0x1.54eea5ep-2, 0x1.7309c67p-9, -0x1.4060905p-4,
    0x1.100ab8cp-8, -0x1.2115e1ap-2, 0x1.0273928p-1, -0x1.202be08p-4, -0x1.24a6ae7p-7, -0x1.25422bbp-3,
};
static const float f63[20] = {
    0x0p+0f, 0x1p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x1p+0f, 0x1p+0f, 0x0p+0f, 0x0p+0f,
    0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x1p+0f, 0x0p+0f, 0x0p+0f,
};
static const double d234[20] = {
    0x1.991db32p-7, -0x1.ae74e16p-2, 0x1.34a19c7p-2, 0x1.31d05cep-4, 0x1.04b2011p-5, 0x1.4e1310dp-11, 0x1.9a74212p-3,
    0x1.9418fc2p-11, 0x1.174c4efp-7, -0x1.aecb122p-3, -0x1.fd695a9p-4, 0x1.25b5b25p-6, 0x1.39f7bb5p-4, 0x1.bd0b989p-8,
    0x1.78cde48p-6, 0x1.14f45c3p-7, 0x1.23e350bp-3, -0x1.3a44bc6p-3, 0x1.f94b7dep-10, 0x1.1f8ef21p-11,
};
static const float f64[24] = {
    0x1.4e00a4p-2f, -0x1.ca2f62p+1f, -0x1.edb3acp+0f, -0x1.0d1adcp+0f, 0x1.b28ce6p+0f, 0x1.a561fp-6f, 0x1.1419b6p+1f,
    0x1.6cc172p+1f, -0x1.d5d90ap-1f, -0x1.e056fcp-2f, -0x1.c6f704p+0f, -0x1.26c3e8p-3f, -0x1.9bd2c4p-2f, 0x1.41ad38p+1f,
    -0x1.9fbdb8p-1f, 0x1.880eacp+1f, -0x1.ff945ep-1f, -0x1.cde2fcp-2f, 0x1.31c33p+0f, 0x1.302876p+1f, -0x1.90495cp+0f,
    -0x1.6b9782p-2f, -0x1.cf02ecp+0f, 0x1.16628cp+0f,
};
static const float f65[24] = {
    0x1.ad7b6ep-1f, 0x1.f52146p-1f, 0x1.f24228p-2f, 0x1.57371p-3f, 0x1.7049e8p-2f, 0x1.af5d62p-1f, 0x1.88180cp-1f,
    0x1.c85428p-2f, 0x1.2cd95cp-1f, 0x1.f54ce4p-2f, 0x1.39f34p-5f, 0x1.b1b4eap-1f, 0x1.c30db8p-2f, 0x1.5f78ep-4f,
    0x1.3a640ep-1f, 0x1.8a827ep-1f, 0x1.198ddp-4f, 0x1.e70e78p-2f, 0x1.b80d4p-5f, 0x1.47795ap-1f, 0x1.240ebp-1f, 0x1.84d858p-1f,
    0x1.982b2p-2f, 0x1.f1977p-1f,
};
static const double d235[6] = {
    0x1.7c493b3p+2, 0x1.35e2a94p+2, 0x1.304bf7dp+1, 0x1.38aa66ap+2, 0x1.0745a55p+1, 0x1.2630c64p+2,
};
static const double d236[24] = {
    0x1.4c5f28dp+0, -0x1.47c827p+0, -0x1.9eea9a2p-2, 0x1.8c8e92fp-2, 0x1.ff8156cp-5, -0x1.0500d75p+0, -0x1.4c9de5p-3,
    0x1.1e98894p+0, -0x1.a3de154p-2, 0x1.af8ba3ap-3, 0x1.f1f03d4p-3, -0x1.66fed94p-5, 0x1.23efc69p-1, -0x1.ab4e7c8p-1,
    0x1.aa5521fp-1, -0x1.22f66bfp-1, -0x1.0cb917dp-5, -0x1.7153f82p-2, 0x1.7b5dc17p-3, 0x1.aa7874cp-3, -0x1.02b9a8ep-1,
    -0x1.5db4c3p-2, -0x1.5b7965dp-2, 0x1.2fa85eap+0,
};
static const double d237[24] = {
    0x1.464368dp-3, -0x1.41c1ff3p-3, -0x1.974a7e7p-5, 0x1.8544d81p-5, 0x1.003ca63p-7, -0x1.057f5dcp-3, -0x1.4d3f22bp-6,
    0x1.1f2377cp-3, -0x1.1ab4401p-5, 0x1.22912b9p-6, 0x1.4f4546ep-6, -0x1.e36f931p-9, -0x1.13a9ce8p-4, 0x1.937cc5dp-4,
    -0x1.9291518p-4, 0x1.12be5a4p-4, -0x1.a48b72ep-8, -0x1.20fe96cp-4, 0x1.28d96a1p-5, 0x1.4db531ep-5, -0x1.25e5922p-4,
    -0x1.8d3ee74p-5, -0x1.8ab5ddfp-5, 0x1.58effa6p-3,
};
static const double d238[4] = {
    0x1.64d4ce6p+2, 0x1.dd899a5p+1, 0x1.1d70dc5p+0, 0x1.c182de4p+1,
};
static const double d239[20] = {
    -0x1.ad9fa38p-5, 0x1.53f5b9fp+0, -0x1.441a172p+0, -0x1.4124b03p-2, -0x1.11c359ap-3, -0x1.644d4e7p-8, -0x1.b5c3533p+0,
    -0x1.aefbeb5p-8, -0x1.29e18dp-4, 0x1.39cce4p+0, -0x1.146079ap-4, 0x1.66b2dc9p-5, 0x1.7f70681p-3, 0x1.0fc2934p-6,
    0x1.cc2df07p-5, 0x1.d211736p-5, 0x1.eb32d83p-1, -0x1.83c4c39p-1, 0x1.a929d4cp-7, 0x1.e3e9a4dp-9,
};
static const double d240[20] = {
    0x1.40be8e1p-7, -0x1.fb9badp-3, 0x1.e3ee10dp-3, 0x1.df83286p-5, 0x1.98c457ap-6, 0x1.0a2adc9p-10, 0x1.470563dp-2,
    0x1.41f4fe6p-10, 0x1.bd0cff5p-7, -0x1.d4d5c7cp-3, -0x1.b1bf1a8p-6, 0x1.1978a5ep-6, 0x1.2ce2969p-4, 0x1.aa803a1p-8,
    0x1.691a761p-6, 0x1.1dee00bp-6, 0x1.2d58d8cp-2, -0x1.dbc9717p-3, 0x1.04d5bbfp-8, 0x1.28e08efp-10,
};
static const double d241[4] = {
    0x1.1212d1cp+3, 0x0p+0, 0x1.7d009c2p+0, 0x1.4ba8055p+1,
};
static const double d242[20] = {
    -0x1.40db65p-5, 0x1.08c768fp+1, -0x1.da6ca07p+0, -0x1.c3027fap-2, -0x1.636d3f7p-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.a7eee9p-4, 0x1.1e1d91ep-5, 0x1.ddcdcb8p-3, 0x1.57b7564p-7, 0x1.f45e003p-5, 0x1.50bcdcfp-6, 0x1.6ca1993p-1,
    -0x1.c4109fp-2, -0x1.02f6ca7p-8, -0x1.806188fp-7,
};
static const double d243[20] = {
    0x1.fc3027ap-8, -0x1.a35e7c4p-2, 0x1.77b5218p-2, 0x1.652a3e2p-4, 0x1.19787adp-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.60de891p-5, 0x1.dc4ed18p-7, 0x1.8db5a73p-4, 0x1.1e19579p-8, 0x1.a07d97ep-6, 0x1.b6459f1p-8, 0x1.da93741p-3,
    -0x1.262fbccp-3, -0x1.510c33dp-10, -0x1.f447df2p-9,
};
static const double d244[4] = {
    0x1.d606a69p+2, 0x1.705b4dbp+3, 0x1.d5a7cc4p+2, 0x1.45cdafep+3,
};
static const double d245[20] = {
    0x1.221d2d3p+0, 0x1.519560ep-2, -0x1.e8d7cc7p+0, -0x1.369af41p-3, 0x1.48ad9fbp-3, 0x1.39b34d5p+0, -0x1.7c20b63p+1,
    0x1.7eb2084p-1, 0x1.de9d47cp-2, -0x1.434106ep-5, 0x1.2f6a535p+0, -0x1.01f893ap-1, -0x1.a416297p-3, -0x1.012cc8dp-2,
    0x1.6f02042p-7, -0x1.5223baap-1, 0x1.007f2dap+1, -0x1.e6e1586p-2, -0x1.d3896e6p-6, -0x1.20b4476p-1,
};
static const double d246[20] = {
    -0x1.b12e5f6p-3, -0x1.f80f53ap-5, 0x1.6cf4af6p-2, 0x1.cfc70efp-6, -0x1.eac354bp-6, -0x1.d4af8cbp-3, 0x1.1bf7493p-1,
    -0x1.1de2529p-3, -0x1.6589c58p-4, 0x1.e2f599p-8, 0x1.dc2e459p-2, -0x1.94dc3d2p-3, -0x1.49a4768p-4, -0x1.939c683p-4,
    0x1.1ffdd42p-8, -0x1.9ee4892p-3, 0x1.3ab7d7p-1, -0x1.2ab2a15p-3, -0x1.1ed4aap-7, -0x1.623c77bp-3,
};
static const float f66[4] = {
    0x1.173e68p-1f, 0x1.152f46p+0f, 0x1.6ba65cp-1f, 0x1.64657cp-1f,
};
static const double d247[4] = {
    0x1.5ff1457p+1, 0x1.87de652p+1, 0x1.36d1f3p-2, 0x1.05f7741p+1,
};
static const double d248[20] = {
    -0x1.6131966p-6, 0x1.739e00bp-1, -0x1.0a71bd6p-1, -0x1.0803145p-3, -0x1.c21f17bp-5, -0x1.0eb89efp-8, -0x1.4c9dadp+0,
    -0x1.477719ap-8, -0x1.c4aa3abp-5, 0x1.5d192e9p+0, -0x1.4255285p-3, 0x1.73b14c3p-6, 0x1.8d5446ap-4, 0x1.199ac68p-7,
    0x1.dcd9785p-6, 0x1.e4e4df1p-6, 0x1.ff0a21p-2, -0x1.131c9edp-1, 0x1.ba5645bp-8, 0x1.f775965p-10,
};
static const double d249[20] = {
    0x1.5b9523cp-8, -0x1.6db6a04p-3, 0x1.06361aap-3, 0x1.03d155fp-5, 0x1.baf86fep-7, 0x1.0a95577p-10, 0x1.478836ep-2,
    0x1.4275cadp-10, 0x1.bdbf0a2p-7, -0x1.57c33a5p-2, -0x1.4d69c5ap-4, 0x1.80784bp-7, 0x1.9afce17p-5, 0x1.2348f8dp-8,
    0x1.ed3ddfep-7, 0x1.8821734p-7, 0x1.9d463e9p-3, -0x1.bcf656fp-3, 0x1.65b70efp-9, 0x1.9724f0dp-11,
};
static const double d250[4] = {
    0x1.29d0dcfp+2, 0x0p+0, 0x1.bc9d13dp-2, 0x1.538a474p+0,
};
static const double d251[20] = {
    -0x1.2adfeaap-5, 0x1.3a76f9ep+0, -0x1.c2eefffp-1, -0x1.bed133ap-3, -0x1.7ce541cp-4, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.cd14ebap-3, 0x1.09d829cp-5, 0x1.1c2e2dep-3, 0x1.92d2787p-7, 0x1.550e2f4p-5, 0x1.3a3d8b5p-6, 0x1.4b2f2d2p-2,
    -0x1.6493f03p-2, 0x1.1ea930dp-8, 0x1.464596cp-10,
};
static const double d252[20] = {
    0x1.756bc66p-7, -0x1.88e64c3p-2, 0x1.19b4174p-2, 0x1.1721c55p-4, 0x1.dbe6578p-6, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.2ec136p-3, 0x1.5d1ddabp-6, 0x1.7532357p-4, 0x1.08801bep-7, 0x1.bfe2f16p-6, 0x1.42a262fp-7, 0x1.5407e27p-3,
    -0x1.6e1a4b1p-3, 0x1.2651704p-9, 0x1.4efcb46p-11,
};
static const double d253[4] = {
    0x1.349800ep+2, 0x1.911831bp+3, 0x1.622411fp+2, 0x1.ae51799p+2,
};
static const double d254[20] = {
    0x1.d6b5ea9p-1, 0x1.43c521fp-2, -0x1.31f1455p+0, -0x1.bfe78c9p-4, 0x1.1a38052p-4, 0x1.e7391a5p+0, -0x1.6251a4p+1,
    0x1.09e1b48p-1, 0x1.a3f5a12p-2, -0x1.08414ep-4, 0x1.950e898p-1, -0x1.4f95b3ap-1, 0x1.441809ap-12, -0x1.32b9fd3p-3,
    0x1.c3499abp-7, -0x1.651350fp-1, 0x1.3b9d86ap+0, -0x1.621994dp-3, -0x1.9b52852p-7, -0x1.666819fp-2,
};
static const double d255[20] = {
    -0x1.5f6b313p-3, -0x1.e36f364p-5, 0x1.c8d0b8bp-3, 0x1.4e64704p-6, -0x1.a564801p-7, -0x1.6bf8168p-2, 0x1.08af9fp-1,
    -0x1.8d3ded5p-4, -0x1.39b8aa5p-4, 0x1.8acfcd4p-7, 0x1.3dd93a2p-2, -0x1.0755721p-2, 0x1.fca23c8p-14, -0x1.e16098ep-5,
    0x1.622037fp-8, -0x1.b62075dp-3, 0x1.83417b4p-2, -0x1.b279d26p-5, -0x1.f8afdf8p-9, -0x1.b7c2994p-4,
};
static const double d256[20] = {
    0x1.10be777p-6, -0x1.1ef8964p-1, 0x1.9b8225fp-2, 0x1.97c07bdp-4, 0x1.5b98017p-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.539b91bp-3, 0x1.879cedcp-6, 0x1.a29fa47p-4, 0x1.28b265bp-7, 0x1.f667db5p-6, 0x1.7145d04p-7, 0x1.852f164p-3,
    -0x1.a306508p-3, 0x1.50dcfe9p-9, 0x1.7f6942cp-11,
};
static const double d257[20] = {
    0x1.991db32p-7, -0x1.ae74e16p-2, 0x1.34a19c7p-2, 0x1.31d05cep-4, 0x1.04b2011p-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.fd695a9p-4, 0x1.25b5b25p-6, 0x1.39f7bb5p-4, 0x1.bd0b989p-8, 0x1.78cde48p-6, 0x1.14f45c3p-7, 0x1.23e350bp-3,
    -0x1.3a44bc6p-3, 0x1.f94b7dep-10, 0x1.1f8ef21p-11,
};
static const double d258[4] = {
    0x1.3e7d34bp+0, 0x1.405cdb4p-1, 0x1.a76cb22p-7, 0x1.519be5p-1,
};
static const double d259[20] = {
    -0x1.549756p-7, 0x1.665b762p-2, -0x1.00efe6dp-2, -0x1.fd2eeafp-5, -0x1.b20f742p-6, -0x1.2c05891p-10, -0x1.709d849p-2,
    -0x1.6ae83b3p-10, -0x1.f5a84ap-7, 0x1.82e1b4ap-2, -0x1.1dbf75cp-6, 0x1.498166p-9, 0x1.603b7a9p-7, 0x1.f348f1ep-11,
    0x1.a6ba219p-9, 0x1.9efcee3p-7, 0x1.b55d3cbp-3, -0x1.d6e62ffp-3, 0x1.7a90fadp-9, 0x1.aee0756p-11,
};
static const double d260[20] = {
    0x1.fc8cfb6p-10, -0x1.0b89fcfp-4, 0x1.7fa4b6ap-5, 0x1.7c242adp-7, 0x1.440e856p-8, 0x1.c03fb77p-13, 0x1.135da69p-4,
    0x1.0f1a077p-12, 0x1.76c07e9p-9, -0x1.2102e46p-4, -0x1.c074138p-8, 0x1.0290366p-10, 0x1.1465aacp-8, 0x1.87ca1cp-12,
    0x1.4bb6e59p-10, 0x1.fd2f4a4p-9, 0x1.0c51ec3p-4, -0x1.20e4bb7p-4, 0x1.d07eed8p-11, 0x1.08570bdp-12,
};
static const double d261[20] = {
    0x1.fc8cfb6p-8, -0x1.0b89fcfp-2, 0x1.7fa4b6ap-3, 0x1.7c242adp-5, 0x1.440e856p-6, 0x1.c03fb77p-11, 0x1.135da69p-2,
    0x1.0f1a077p-10, 0x1.76c07e9p-7, -0x1.2102e46p-2, -0x1.c074138p-6, 0x1.0290366p-8, 0x1.1465aacp-6, 0x1.87ca1cp-10,
    0x1.4bb6e59p-8, 0x1.fd2f4a4p-7, 0x1.0c51ec3p-2, -0x1.20e4bb7p-2, 0x1.d07eed8p-9, 0x1.08570bdp-10,
};
static const double d262[4] = {
    0x1.0d81e6p+1, 0x1.1e802a2p-1, 0x1.2ed8315p-6, 0x1.b594eaap-2,
};
static const double d263[20] = {
    -0x1.2035d7cp-6, 0x1.2f3e7eap-1, -0x1.b2d7f14p-2, -0x1.aedfbedp-4, -0x1.6f4df67p-5, -0x1.0c4f40dp-10, -0x1.49a728fp-2,
    -0x1.448c548p-10, -0x1.c0a1f26p-7, 0x1.59fd141p-2, -0x1.98bfbaep-6, 0x1.d75793cp-9, 0x1.f7da116p-7, 0x1.651a11fp-10,
    0x1.2e587a8p-8, 0x1.0cefe6cp-7, 0x1.1b703p-3, -0x1.312bcp-3, 0x1.eaaad83p-10, 0x1.173be74p-11,
};
static const double d264[20] = {
    0x1.70f9c55p-9, -0x1.8438eebp-4, 0x1.165998cp-4, 0x1.13cf1d1p-6, 0x1.d63c086p-8, 0x1.57b559dp-13, 0x1.a64a478p-5,
    0x1.9fc0363p-13, 0x1.1f5a35cp-9, -0x1.bb37606p-5, -0x1.130285bp-7, 0x1.3d1f81ap-10, 0x1.52fef35p-8, 0x1.e085bfap-12,
    0x1.96d76eep-10, 0x1.1aede3ap-9, 0x1.2a2f51p-5, -0x1.410c567p-5, 0x1.021908ep-11, 0x1.25c3093p-13,
};
static const double d265[4] = {
    0x1.0d81e6p+1, 0x0p+0, 0x1.2ed8315p-6, 0x1.b594eaap-2,
};
static const double d266[20] = {
    -0x1.2035d7cp-6, 0x1.2f3e7eap-1, -0x1.b2d7f14p-2, -0x1.aedfbedp-4, -0x1.6f4df67p-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.98bfbaep-6, 0x1.d75793cp-9, 0x1.f7da116p-7, 0x1.651a11fp-10, 0x1.2e587a8p-8, 0x1.0cefe6cp-7, 0x1.1b703p-3,
    -0x1.312bcp-3, 0x1.eaaad83p-10, 0x1.173be74p-11,
};
static const double d267[20] = {
    0x1.c87b146p-9, -0x1.e04ac06p-4, 0x1.585cd33p-4, 0x1.5538134p-6, 0x1.22e07dfp-7, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.543af6cp-7, 0x1.8854bb7p-10, 0x1.a3641f8p-8, 0x1.293da6dp-11, 0x1.f753a91p-10, 0x1.5e07227p-9, 0x1.70e6c2cp-5,
    -0x1.8d2fddbp-5, 0x1.3f4eb56p-11, 0x1.6b6df3cp-13,
};
static const float f67[24] = {
    -0x1.8afd3p+1f, -0x1.477decp+1f, -0x1.28f5ccp+0f, -0x1.19731ap+1f, 0x1.482f36p-1f, -0x1.7ef7aap+0f, 0x1.50defp-2f,
    0x1.80e262p+0f, -0x1.760866p+0f, 0x1.7e34d8p+1f, 0x1.8f8314p+0f, -0x1.6c514ap-2f, 0x1.3fd33cp-1f, -0x1.28246ap-1f,
    0x1.8ecd38p+1f, -0x1.4d3528p+0f, -0x1.b4c45ep-3f, -0x1.88529cp-1f, 0x1.3c120ap-4f, -0x1.fdbc14p+0f, 0x1.d2ac44p-1f,
    0x1.6e298p+1f, 0x1.56ba04p-2f, -0x1.3756b2p+0f,
};
static const int32_t i7[6] = {
    1, 0, 1, 2, 0, 1,
};
static const double d268[24] = {
    0x1.1438f55p-8, -0x1.6340b08p-5, 0x1.d9ca25cp-6, 0x1.4f51fbep-7, -0x1.1f34a22p-5, 0x1.50f1773p-10, 0x1.053bcafp-7,
    0x1.a6bc476p-6, 0x1.b549addp-15, -0x1.4f6b49cp-10, 0x1.187bcbap-10, 0x1.4a29857p-13, 0x1.ab3e3c4p-14, 0x1.009463p-15,
    -0x1.34e3c45p-13, 0x1.f1f8d71p-17, -0x1.b5e0bc1p-6, 0x1.e419156p-8, 0x1.194c3c2p-6, 0x1.1c71d47p-9, 0x1.0571afbp-11,
    -0x1.b7710e7p-11, 0x1.25b59f7p-12, 0x1.f248efdp-15,
};
static const double d269[4] = {
    0x1.419a4d4p+2, 0x1.5f0ccf8p+1, 0x1.0212cbbp-2, 0x1.6e42c2cp+1,
};
static const double d270[20] = {
    -0x1.480a30cp-5, 0x1.5926b5cp+0, -0x1.eeefe6ap-1, -0x1.ea6b451p-3, -0x1.a210846p-4, -0x1.0814d78p-8, -0x1.4475472p+0,
    -0x1.3f6f0abp-8, -0x1.b990142p-5, 0x1.54894bap+0, -0x1.76e28a3p-3, 0x1.b04ad7fp-6, 0x1.ce1bd53p-4, 0x1.4784449p-7,
    0x1.154c016p-5, 0x1.6ec77abp-5, 0x1.828e556p-1, -0x1.a031fa5p-1, 0x1.4e96af2p-7, 0x1.7cd27c8p-9,
};
static const double d271[20] = {
    0x1.e9cf4d3p-8, -0x1.01ae04ap-2, 0x1.7181696p-3, 0x1.6e21e7ap-5, 0x1.381d5c9p-6, 0x1.8a8d5f3p-11, 0x1.e4c2243p-3,
    0x1.dd406f1p-11, 0x1.49dc105p-7, -0x1.fcc7b31p-3, -0x1.262c328p-4, 0x1.5338678p-7, 0x1.6a9e052p-5, 0x1.0100b27p-8,
    0x1.b330becp-7, 0x1.c2087ebp-7, 0x1.da4c8cap-3, -0x1.feaa7cbp-3, 0x1.9a89264p-9, 0x1.d343853p-11,
};
static const double d272[4] = {
    0x1.408fbdbp+1, 0x1.5481eb4p+0, 0x1.3062229p-4, 0x1.6473207p+0,
};
static const double d273[20] = {
    -0x1.4c4117ap-6, 0x1.5d95e3ep-1, -0x1.f54bb7bp-2, -0x1.f0b83ap-4, -0x1.a76f813p-5, -0x1.1510193p-9, -0x1.546853dp-1,
    -0x1.4f22dd2p-9, -0x1.cf44cc7p-6, 0x1.6546ad3p-1, -0x1.1c53cb5p-4, 0x1.47de0b1p-7, 0x1.5e7b331p-5, 0x1.f0cd83cp-9,
    0x1.a4a0227p-7, 0x1.8004bcfp-6, 0x1.94b98e4p-2, -0x1.b3c1d54p-2, 0x1.5e509c4p-8, 0x1.8eb8b79p-10,
};
static const double d274[20] = {
    0x1.f01a413p-9, -0x1.04fd82bp-3, 0x1.7640b11p-4, 0x1.72d6175p-6, 0x1.3c1fe31p-7, 0x1.9df2803p-12, 0x1.fc96718p-4,
    0x1.f4b6453p-12, 0x1.5a13165p-8, -0x1.0ae525ep-3, -0x1.be39569p-6, 0x1.014724ep-8, 0x1.1305e6dp-6, 0x1.85d77c8p-10,
    0x1.4a10bafp-8, 0x1.d72f812p-8, 0x1.f097895p-4, -0x1.0b55877p-3, 0x1.add4e84p-10, 0x1.e939db2p-12,
};
static const double d275[4] = {
    0x1.385a174p+2, 0x1.0acd1ecp+1, 0x1.1cf5636p-9, 0x1.1edaa66p+1,
};
static const double d276[20] = {
    -0x1.6ce06a8p-5, 0x1.7fe8d73p+0, -0x1.1341fa7p+0, -0x1.10beb8cp-2, -0x1.d102b38p-4, -0x1.5c2ca2ap-8, -0x1.abc6f3bp+0,
    -0x1.a52721ep-8, -0x1.2316094p-4, 0x1.c0f9a8p+0, -0x1.71f162ep-8, 0x1.aa97f3ep-11, 0x1.c804517p-9, 0x1.4332f8bp-12,
    0x1.11a4309p-10, 0x1.e347d1ep-5, 0x1.fd56ce4p-1, -0x1.123245p+0, 0x1.b8dd79p-7, 0x1.f5c8b8ap-9,
};
static const double d277[20] = {
    0x1.1067fbp-7, -0x1.1e9d96fp-2, 0x1.9affa91p-3, 0x1.973f2fep-5, 0x1.5b29c8fp-6, 0x1.04188afp-10, 0x1.3f8fb56p-2,
    0x1.3a9ce27p-10, 0x1.b2e610fp-7, -0x1.4f659b5p-2, -0x1.224b6ep-9, 0x1.4ebf9c6p-12, 0x1.65d6446p-10, 0x1.fb3abd5p-14,
    0x1.ad7412ep-12, 0x1.287d47dp-6, 0x1.3879e2cp-2, -0x1.506f6d9p-2, 0x1.0e77c1ep-8, 0x1.33d7567p-10,
};
static const float f68[20] = {
    -0x1.f7c66ap-1f, -0x1.e08634p+0f, -0x1.a7f304p+0f, -0x1.b2c6b6p+0f, -0x1.27b39ep+1f, -0x1.c6126ep+1f, -0x1.b0c304p+1f,
    -0x1.2e0582p-4f, -0x1.79928ap+2f, -0x1.4ca884p+2f, -0x1.6c011cp+2f, -0x1.d64566p+1f, -0x1.2dfe32p+2f, -0x1.d13e02p-3f,
    -0x1.cc73acp+0f, -0x1.d79572p+0f, -0x1.94fd84p-1f, -0x1.e9e1d8p+0f, -0x1.2274dcp+1f, -0x1.fc8732p+0f,
};
static const int32_t i8[4] = {
    3, 0, 4, 1,
};
static const double d278[4] = {
    0x1.b2c6b6p+0, 0x1.c6126ep+1, 0x1.cc73acp+0, 0x1.94fd84p-1,
};
static const double d279[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x1.56e6b8p+0, 0x0p+0, 0x1.56b104p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, -0x1.463d24p-1, 0x0p+0, -0x1.a1485p-1, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d280[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, -0x1p-2, 0x0p+0, -0x1p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1p-2,
    0x0p+0, -0x1p-2, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d281[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, -0x1p+0, 0x0p+0, -0x1p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1p+0,
    0x0p+0, -0x1p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f69[5] = {
    0x1.3b1478p+0f, 0x1.c847f4p+0f, 0x1.c97ae6p+0f, 0x1.e92e4ep-1f, 0x1.672684p+0f,
};
static const double d282[4] = {
    0x1.9f661afp+0, 0x1.176e7ddp+2, 0x1.42fdbe6p+1, 0x1.68eab3cp+0,
};
static const double d283[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x1.479e5dbp+0, 0x0p+0, 0x1.a5c7366p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, -0x1.c9b0d2cp-1, 0x0p+0, -0x1.73df0bap+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d284[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, -0x1.6c4782ep-3, 0x0p+0, -0x1.d54332ap-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, -0x1.0b73063p-2, 0x0p+0, -0x1.53c79f1p-2, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const int32_t i9[4] = {
    3, -100, 4, 1,
};
static const double d285[4] = {
    0x1.b2c6b6p+0, 0x0p+0, 0x1.cc73acp+0, 0x1.94fd84p-1,
};
static const double d286[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x1.56e6b8p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.463d24p-1, 0x0p+0, -0x1.a1485p-1, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d287[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, -0x1.5555555p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.5555555p-2, 0x0p+0, -0x1.5555555p-2, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d288[4] = {
    0x1.9f661afp+0, 0x0p+0, 0x1.42fdbe6p+1, 0x1.68eab3cp+0,
};
static const double d289[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x1.479e5dbp+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.c9b0d2cp-1, 0x0p+0, -0x1.73df0bap+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d290[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, -0x1.d88eb1bp-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.5af2199p-2, 0x0p+0, -0x1.b8c68dap-2, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d291[4] = {
    0x1.b2c6b6p+0, 0x1.c6126ep+1, 0x0p+0, 0x1.94fd84p-1,
};
static const double d292[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x1.56e6b8p+0, 0x0p+0, 0x1.56b104p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, -0x1.a1485p-1, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d293[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, -0x1.5555555p-2, 0x0p+0, -0x1.5555555p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, -0x1.5555555p-2, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f70[24] = {
    -0x1.311b6p-1f, 0x1.dc4ba8p+0f, -0x1.4a9ecep+1f, -0x1.da6a26p-2f, -0x1.3d2638p-13f, -0x1.362bep+0f, 0x1.e88d6ap-1f,
    -0x1.4b79p+1f, 0x1.1aa566p+1f, 0x1.a21ae8p+0f, -0x1.81e24p+1f, 0x1.66085ap-2f, 0x1.88357cp+0f, 0x1.4b1698p+1f,
    -0x1.0f69aep-1f, 0x1.9cdb38p-5f, -0x1.e3d328p-1f, -0x1.8a582p-1f, 0x1.8bdae8p-2f, -0x1.704bccp+0f, 0x1.ccf3acp+0f,
    -0x1.eae494p+0f, 0x1.626338p-1f, -0x1.b3d48ep-1f,
};
static const int32_t i10[6] = {
    1, 1, 2, 1, 1, 0,
};
static const double d294[6] = {
    -0x1.dc4ba8p+0, 0x1.362bep+0, 0x1.81e24p+1, -0x1.4b1698p+1, 0x1.8a582p-1, -0x1.ccf3acp+0,
};
static const double d295[24] = {
    0x0p+0, -0x1.5bb95p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.54b02ep+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.faf154p+0, 0x0p+0,
    0x0p+0, 0x1.697bbep+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.b4373ep-1, 0x0p+0, 0x0p+0, -0x1.2c7c24p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d296[24] = {
    0x0p+0, -0x1.5555555p-3, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.5555555p-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.5555555p-3, 0x0p+0,
    0x0p+0, -0x1.5555555p-3, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.5555555p-3, 0x0p+0, 0x0p+0, -0x1.5555555p-3, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f71[20] = {
    0x1.957f34p-1f, -0x1.9e3644p-4f, 0x1.eafcc2p-4f, 0x1.3dc18cp-4f, -0x1.1188d6p-1f, 0x1.8p+0f, -0x1.7852bep-1f, 0x1p-1f,
    -0x1.a076cp+1f, -0x1.46a2b2p+1f, -0x1.946844p+1f, -0x1.2556e2p+0f, -0x1.18627p+1f, 0x1.268614p+1f, 0x1.758078p-1f,
    -0x1.1f24e6p-2f, 0x1.8a9aecp-1f, -0x1.685682p-2f, -0x1.6a3afep-1f, -0x1.b2ebe4p-2f,
};
static const double d297[4] = {
    0x1.9622e19p-1, 0x0p+0, 0x1.075191ap-1, 0x0p+0,
};
static const double d298[20] = {
    -0x1.12522cdp-2, -0x1.12522cdp-2, -0x1.12522cdp-2, 0x1.12522cdp+0, -0x1.12522cdp-2, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.04fdb66p-3, -0x1.04fdb66p-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d299[20] = {
    0x1.999999ap-5, 0x1.999999ap-5, 0x1.999999ap-5, -0x1.999999ap-3, 0x1.999999ap-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x1.999999ap-5, -0x1.999999ap-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d300[20] = {
    0x1.999999ap-3, 0x1.999999ap-3, 0x1.999999ap-3, -0x1.999999ap-1, 0x1.999999ap-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x1.999999ap-3, -0x1.999999ap-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d301[4] = {
    0x1.f0b8521p-1, 0x0p+0, 0x1.528edffp+0, 0x0p+0,
};
static const double d302[20] = {
    -0x1.d64c62p-1, -0x1.c299135p-2, -0x1.1dec3c8p-1, 0x1.1000505p+1, -0x1.a9f063ep-3, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.4f90c2ep-1, -0x1.4f90c2ep-1, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d303[20] = {
    0x1.5f1c676p-3, 0x1.506738p-4, 0x1.aaec523p-4, -0x1.9622e19p-2, 0x1.3dfe5a6p-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x1.075191ap-2, -0x1.075191ap-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f72[20] = {
    0x1.957f34p-1f, -0x1.9e3644p-4f, 0x1.eafcc2p-4f, 0x1.3dc18cp-4f, -0x1.1188d6p-1f, -0x1.cd9064p-1f, -0x1.7852bep-1f,
    0x1.493e28p+1f, -0x1.a076cp+1f, -0x1.46a2b2p+1f, -0x1.946844p+1f, -0x1.2556e2p+0f, -0x1.18627p+1f, 0x1.268614p+1f,
    0x1.758078p-1f, -0x1.1f24e6p-2f, 0x1.8a9aecp-1f, -0x1.685682p-2f, -0x1.6a3afep-1f, -0x1.b2ebe4p-2f,
};
static const double d304[4] = {
    0x1.84090b7p-1, 0x1.636c08dp+0, 0x1.716b011p-1, 0x0p+0,
};
static const double d305[20] = {
    -0x1.06184afp-2, -0x1.06184afp-2, -0x1.06184afp-2, 0x1.06184afp+0, -0x1.06184afp-2, 0x1.516c2b8p-1, -0x1.516c2b8p-2,
    -0x1.516c2b8p-2, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.6e270fp-3, -0x1.6e270fp-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0,
};
static const double d306[20] = {
    0x1.87583e6p-5, 0x1.87583e6p-5, 0x1.87583e6p-5, -0x1.87583e6p-3, 0x1.87583e6p-5, -0x1.f820cp-4, 0x1.f820cp-5, 0x1.f820cp-5,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.1f52033p-4, -0x1.1f52033p-4, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d307[4] = {
    0x1.6e5193p-2, 0x1.ff844d4p+1, 0x1.3438eb8p+0, 0x0p+0,
};
static const double d308[20] = {
    -0x1.3e4a56ap-1, -0x1.50d750dp-3, -0x1.1c43ac2p-2, 0x1.1051007p+0, -0x0p+0, 0x1.876d0c3p+1, -0x1.c1c6578p-2,
    -0x1.4f34414p+1, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.7b3cba1p-1, -0x1.7b3cba1p-1, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0,
};
static const double d309[20] = {
    0x1.db40a46p-4, 0x1.f6f3894p-6, 0x1.a872633p-5, -0x1.969b5c2p-3, 0x0p+0, -0x1.2467f0dp-1, 0x1.4ffe834p-4, 0x1.f4d040ep-2,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.2996804p-2, -0x1.2996804p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f73[20] = {
    0x1.957f34p-1f, -0x1.9e3644p-4f, 0x1.eafcc2p-4f, 0x1.3dc18cp-4f, -0x1.1188d6p-1f, -0x1.cd9064p-1f, -0x1.7852bep-1f,
    0x1.493e28p+1f, -0x1.a076cp+1f, -0x1.46a2b2p+1f, -0x1.946844p+1f, -0x1.2556e2p+0f, -0x1.18627p+1f, 0x1.268614p+1f,
    0x1.2p+3f, -0x1.1f24e6p-2f, 0x1.8a9aecp-1f, -0x1.685682p-2f, -0x1.6a3afep-1f, -0x1.b2ebe4p-2f,
};
static const double d310[4] = {
    0x1.b6e3814p+0, 0x1.1e51208p+2, 0x0p+0, 0x0p+0,
};
static const double d311[20] = {
    -0x1.56e6b8p+0, 0x0p+0, 0x0p+0, 0x1.56e6b8p+0, 0x0p+0, 0x1.56b104p+0, 0x0p+0, -0x1.56b104p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d312[20] = {
    0x1p-2, 0x0p+0, 0x0p+0, -0x1p-2, 0x0p+0, -0x1p-2, 0x0p+0, 0x1p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d313[20] = {
    0x1p+0, 0x0p+0, 0x0p+0, -0x1p+0, 0x0p+0, -0x1p+0, 0x0p+0, 0x1p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d314[4] = {
    0x1.9b71c0ap+1, 0x1.7e51208p+2, 0x0p+0, 0x1.72e9508p+0,
};
static const double d315[20] = {
    -0x1.56e6b8p+0, 0x0p+0, 0x0p+0, 0x1.56e6b8p+0, 0x0p+0, 0x1.56b104p+0, 0x0p+0, -0x1.56b104p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.a1485p-1, -0x1.a1485p-1, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d316[20] = {
    0x1p-2, 0x0p+0, 0x0p+0, -0x1p-2, 0x0p+0, -0x1p-2, 0x0p+0, 0x1p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x1p-2, -0x1p-2, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f74[20] = {
    0x0p+0f, 0x0p+0f, 0x0p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f,
    0x0p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f,
};
static const float f75[20] = {
    -0x1.d57f34p-1f, -0x1.cf1b22p-3f, -0x1.f57e6p-3f, -0x1.9ee0c6p-3f, -0x1.5188d6p-1f, -0x1.06c832p+0f, -0x1.b852bep-1f,
    -0x1.593e28p+1f, -0x1.b076cp+1f, -0x1.56a2b2p+1f, -0x1.a46844p+1f, -0x1.4556e2p+0f, -0x1.28627p+1f, -0x1.368614p+1f,
    -0x1.b58078p-1f, -0x1.9f24e6p-2f, -0x1.ca9aecp-1f, -0x1.e85682p-2f, -0x1.aa3afep-1f, -0x1.1975f2p-1f,
};
static const double d317[4] = {
    0x1.f3f169p-1, 0x1.2a9ed3p+0, 0x1.2ad2b4p-1, 0x1.7d843c8p+0,
};
static const double d318[20] = {
    0x0p+0, -0x1.56e6b8p+0, 0x0p+0, 0x1.56e6b8p+0, 0x0p+0, 0x1.56b104p+0, -0x1.56b104p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x1.463d24p-1, 0x0p+0, 0x0p+0, -0x1.463d24p-1, 0x1.a1485p-1, -0x1.a1485p-1, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d319[20] = {
    0x0p+0, 0x1p-2, 0x0p+0, -0x1p-2, 0x0p+0, -0x1p-2, 0x1p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1p-2, 0x0p+0, 0x0p+0, -0x1p-2,
    0x1p-2, -0x1p-2, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f76[4] = {
    0x1.34cc4ap-1f, 0x1.b3b9cp-1f, 0x1.e703b4p-1f, 0x1.6b00c4p+0f,
};
static const double d320[4] = {
    0x1.f51255dp-1, 0x0p+0, 0x1.333ab0ap+1, 0x1.ffc5e13p+0,
};
static const double d321[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x1.8b2ff9ap-1, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.b35afffp-1, 0x0p+0, -0x1.07a7312p+1, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d322[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, -0x1.09ea2bbp-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.33e7acep-2, 0x0p+0, -0x1.23919eap-1, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d323[4] = {
    0x1.e9e6109p-2, 0x1.eb83ca5p-1, 0x1.f4effb1p-2, 0x0p+0,
};
static const double d324[20] = {
    -0x1.4ae5c6bp-3, -0x1.4ae5c6bp-3, -0x1.4ae5c6bp-3, 0x1.4ae5c6bp-1, -0x1.4ae5c6bp-3, 0x1.d29f8d6p-2, -0x1.d29f8d6p-3,
    -0x1.d29f8d6p-3, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.f0826c8p-4, -0x1.f0826c8p-4, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0,
};
static const double d325[20] = {
    0x1.ee13a9ap-6, 0x1.ee13a9ap-6, 0x1.ee13a9ap-6, -0x1.ee13a9ap-4, 0x1.ee13a9ap-6, -0x1.5c9499ap-4, 0x1.5c9499ap-5,
    0x1.5c9499ap-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.859c9p-5, -0x1.859c9p-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f77[24] = {
    -0x1.59e37p-4f, -0x1.a9c4p+1f, 0x1.03bc68p-1f, -0x1.bb65acp+1f, -0x1.00c6c4p+1f, -0x1.2796p+1f, 0x1.078438p-1f,
    0x1.88578p+0f, 0x1.ab88fp+0f, 0x1.19d992p+2f, 0x1.2da7a8p+0f, -0x1.e0583p-2f, 0x1.a9a22p+0f, -0x1.f91376p+1f,
    -0x1.231a22p+1f, 0x1.c80672p-4f, -0x1.b4b54p+0f, -0x1.6f9f54p+1f, -0x1.1a67p-1f, -0x1.12a692p+0f, 0x1.897ce8p-2f,
    -0x1.e6442ep+0f, 0x1.2abd92p-2f, 0x1.1d789ap-1f,
};
static const float f78[24] = {
    -0x1.55a37cp-1f, 0x1.bd42bcp-2f, 0x1.977654p+1f, 0x1.14365p+0f, -0x1.172756p+0f, -0x1.57aee4p+0f, 0x1.a23ed8p-2f,
    0x1.0365ep+0f, 0x1.16a9fp+0f, 0x1.1ec8bp+2f, 0x1.06e2d8p+0f, -0x1.f70756p-1f, -0x1.ac9c6ap-1f, 0x1.1a9336p+0f,
    0x1.76fccap-1f, -0x1.299468p+0f, 0x1.679d0ap+0f, -0x1.45fe04p+1f, 0x1.9f5f34p+0f, -0x1.a8939cp+0f, -0x1.427cd2p+1f,
    -0x1.02bf78p+1f, -0x1.a1473cp-4f, 0x1.ee478cp-1f,
};
static const float f79[4] = {
    0x1p+0f, -0x1p+0f, 0x1p+0f, -0x1p+0f,
};
static const double d326[4] = {
    0x1.d6d9895p-1, 0x1.f7304f2p-1, 0x1.20928a3p+0, 0x1.c27bceap-2,
};
static const double d327[24] = {
    -0x1.493d832p-5, 0x1.31c8e4p-5, 0x1.87f87c3p-3, 0x1.3ac35f2p-4, -0x1.e7a471ep-5, -0x1.2e594cp-4, 0x1.0f194c1p-8,
    0x1.78e8793p-6, 0x1.a83417dp-6, -0x1.0ecae71p-6, 0x1.2ff0ba3p-8, 0x1.d0a708ap-6, 0x1.680cee4p-6, -0x1.9793f3fp-6,
    -0x1.1b9c272p-6, 0x1.24100efp-5, -0x1.42da172p-5, 0x1.5dc9817p-4, 0x1.5f9d3ap-3, -0x1.222286ep-4, -0x1.e422adcp-3,
    -0x1.8d3bf9ap-5, -0x1.bdfc2d4p-6, 0x1.74d41adp-5,
};
static const double d328[24] = {
    -0x1.42ea036p-12, -0x1.a393f1fp-3, 0x1.ff6033fp-8, -0x1.be341a7p-3, -0x1.d21ec61p-4, -0x1.0afef73p-3, -0x1.5154c29p-8,
    -0x1.add9751p-6, -0x1.e22c79p-6, 0x1.258dbc6p-7, -0x1.c0ffe63p-8, -0x1.cc7dfefp-6, -0x1.77776fap-5, 0x1.d572eeap-4,
    0x1.0bf6af9p-4, 0x1.1615c31p-8, 0x1.63aec5bp-5, 0x1.b06364bp-4, -0x1.4c1f78ap-4, -0x1.c043486p-5, 0x1.6119b97p-4,
    -0x1.dcfde7cp-4, 0x1.b5930aap-6, 0x1.ada8184p-6,
};
static const double d329[24] = {
    0x1.eb9a2d3p-8, -0x1.c8946dbp-8, -0x1.24a23efp-5, -0x1.d5fc62ap-7, 0x1.6c0f394p-7, 0x1.c373121p-7, -0x1.9509601p-11,
    -0x1.198f8eap-8, -0x1.3ce448ap-8, 0x1.94943fep-9, -0x1.c61a8a7p-11, -0x1.5b1bb5ep-8, 0x1.1a88357p-7, -0x1.3fd3af9p-7,
    -0x1.bd19218p-8, 0x1.ca5d2b6p-7, -0x1.faaf3fdp-7, 0x1.127a772p-5, 0x1.af6d05ep-5, -0x1.63fdd96p-6, -0x1.29038c9p-4,
    -0x1.e766b0ep-7, -0x1.119bdd9p-7, 0x1.c974a33p-7,
};
static const double d330[24] = {
    0x1.e228092p-15, 0x1.393e9aap-5, -0x1.7dc734dp-10, 0x1.4d1f58fp-5, 0x1.5bfddd7p-6, 0x1.8ea9a5cp-6, 0x1.f7fdc63p-11,
    0x1.411c02cp-8, 0x1.6832752p-8, -0x1.b695dc4p-10, 0x1.4f6a453p-10, 0x1.5800191p-8, -0x1.26a1094p-6, 0x1.70608d3p-5,
    0x1.a48af1p-6, 0x1.b46d61fp-10, 0x1.171ac9ep-6, 0x1.534bab2p-5, -0x1.9782a8ep-6, -0x1.130198ep-6, 0x1.b13fe37p-6,
    -0x1.24a19bdp-5, 0x1.0c72ee7p-7, 0x1.079769cp-7,
};
static const double d331[24] = {
    0x1.eb9a2d3p-6, -0x1.c8946dbp-6, -0x1.24a23efp-3, -0x1.d5fc62ap-5, 0x1.6c0f394p-5, 0x1.c373121p-5, -0x1.9509601p-9,
    -0x1.198f8eap-6, -0x1.3ce448ap-6, 0x1.94943fep-7, -0x1.c61a8a7p-9, -0x1.5b1bb5ep-6, 0x1.1a88357p-5, -0x1.3fd3af9p-5,
    -0x1.bd19218p-6, 0x1.ca5d2b6p-5, -0x1.faaf3fdp-5, 0x1.127a772p-3, 0x1.af6d05ep-3, -0x1.63fdd96p-4, -0x1.29038c9p-2,
    -0x1.e766b0ep-5, -0x1.119bdd9p-5, 0x1.c974a33p-5,
};
static const double d332[24] = {
    0x1.e228092p-13, 0x1.393e9aap-3, -0x1.7dc734dp-8, 0x1.4d1f58fp-3, 0x1.5bfddd7p-4, 0x1.8ea9a5cp-4, 0x1.f7fdc63p-9,
    0x1.411c02cp-6, 0x1.6832752p-6, -0x1.b695dc4p-8, 0x1.4f6a453p-8, 0x1.5800191p-6, -0x1.26a1094p-4, 0x1.70608d3p-3,
    0x1.a48af1p-4, 0x1.b46d61fp-8, 0x1.171ac9ep-4, 0x1.534bab2p-3, -0x1.9782a8ep-4, -0x1.130198ep-4, 0x1.b13fe37p-4,
    -0x1.24a19bdp-3, 0x1.0c72ee7p-5, 0x1.079769cp-5,
};
static const double d333[4] = {
    0x1.d6d9895p-1, 0x1.ee609e4p-2, 0x1.20928a3p+0, 0x0p+0,
};
static const double d334[24] = {
    -0x1.493d832p-5, 0x1.31c8e4p-5, 0x1.87f87c3p-3, 0x1.3ac35f2p-4, -0x1.e7a471ep-5, -0x1.2e594cp-4, 0x1.0f194c1p-8,
    0x1.78e8793p-6, 0x1.a83417dp-6, -0x1.0ecae71p-6, 0x1.2ff0ba3p-8, 0x1.d0a708ap-6, 0x1.680cee4p-6, -0x1.9793f3fp-6,
    -0x1.1b9c272p-6, 0x1.24100efp-5, -0x1.42da172p-5, 0x1.5dc9817p-4, 0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0,
};
static const double d335[24] = {
    -0x1.42ea036p-12, -0x1.a393f1fp-3, 0x1.ff6033fp-8, -0x1.be341a7p-3, -0x1.d21ec61p-4, -0x1.0afef73p-3, -0x1.5154c29p-8,
    -0x1.add9751p-6, -0x1.e22c79p-6, 0x1.258dbc6p-7, -0x1.c0ffe63p-8, -0x1.cc7dfefp-6, -0x1.77776fap-5, 0x1.d572eeap-4,
    0x1.0bf6af9p-4, 0x1.1615c31p-8, 0x1.63aec5bp-5, 0x1.b06364bp-4, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d336[24] = {
    0x1.eb9a2d3p-8, -0x1.c8946dbp-8, -0x1.24a23efp-5, -0x1.d5fc62ap-7, 0x1.6c0f394p-7, 0x1.c373121p-7, -0x1.9509601p-11,
    -0x1.198f8eap-8, -0x1.3ce448ap-8, 0x1.94943fep-9, -0x1.c61a8a7p-11, -0x1.5b1bb5ep-8, 0x1.1a88357p-7, -0x1.3fd3af9p-7,
    -0x1.bd19218p-8, 0x1.ca5d2b6p-7, -0x1.faaf3fdp-7, 0x1.127a772p-5, 0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0,
};
static const double d337[24] = {
    0x1.e228092p-15, 0x1.393e9aap-5, -0x1.7dc734dp-10, 0x1.4d1f58fp-5, 0x1.5bfddd7p-6, 0x1.8ea9a5cp-6, 0x1.f7fdc63p-11,
    0x1.411c02cp-8, 0x1.6832752p-8, -0x1.b695dc4p-10, 0x1.4f6a453p-10, 0x1.5800191p-8, -0x1.26a1094p-6, 0x1.70608d3p-5,
    0x1.a48af1p-6, 0x1.b46d61fp-10, 0x1.171ac9ep-6, 0x1.534bab2p-5, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const float f80[4] = {
    0x1p+0f, 0x0p+0f, 0x1p-1f, -0x1p+0f,
};
static const double d338[4] = {
    0x1.d6d9895p-1, 0x0p+0, 0x0p+0, 0x1.c27bceap-2,
};
static const double d339[24] = {
    -0x1.493d832p-5, 0x1.31c8e4p-5, 0x1.87f87c3p-3, 0x1.3ac35f2p-4, -0x1.e7a471ep-5, -0x1.2e594cp-4, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, 0x1.5f9d3ap-3, -0x1.222286ep-4, -0x1.e422adcp-3,
    -0x1.8d3bf9ap-5, -0x1.bdfc2d4p-6, 0x1.74d41adp-5,
};
static const double d340[24] = {
    -0x1.42ea036p-12, -0x1.a393f1fp-3, 0x1.ff6033fp-8, -0x1.be341a7p-3, -0x1.d21ec61p-4, -0x1.0afef73p-3, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x1.4c1f78ap-4, -0x1.c043486p-5,
    0x1.6119b97p-4, -0x1.dcfde7cp-4, 0x1.b5930aap-6, 0x1.ada8184p-6,
};
static const double d341[24] = {
    0x1.eb9a2d3p-8, -0x1.c8946dbp-8, -0x1.24a23efp-5, -0x1.d5fc62ap-7, 0x1.6c0f394p-7, 0x1.c373121p-7, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, 0x1.af6d05ep-5, -0x1.63fdd96p-6, -0x1.29038c9p-4,
    -0x1.e766b0ep-7, -0x1.119bdd9p-7, 0x1.c974a33p-7,
};
static const double d342[24] = {
    0x1.e228092p-15, 0x1.393e9aap-5, -0x1.7dc734dp-10, 0x1.4d1f58fp-5, 0x1.5bfddd7p-6, 0x1.8ea9a5cp-6, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x1.9782a8ep-6, -0x1.130198ep-6, 0x1.b13fe37p-6,
    -0x1.24a19bdp-5, 0x1.0c72ee7p-7, 0x1.079769cp-7,
};
static const float f81[24] = {
    0x1.2ab9f4p-3f, -0x1.432d6cp-1f, -0x1.69e1bap+0f, 0x1.80baf6p-2f, -0x1.4a38p+0f, 0x1.e8b984p-9f, -0x1.c3a1e4p-1f,
    -0x1.e659a4p-3f, 0x1.9cf4eep+0f, -0x1.e8f114p+0f, -0x1.2a109p+1f, 0x1.34009p+0f, 0x1.490276p+0f, 0x1.381582p+0f,
    -0x1.ab6264p-1f, 0x1.6fd05ap-3f, 0x1.acfc48p+0f, 0x1.974cf6p-3f, 0x1.defb2ap+1f, 0x1.19820cp+1f, 0x1.58058ep+0f,
    -0x1.490df6p+1f, 0x1.6afe9p+1f, 0x1.0de4a6p+0f,
};
static const float f82[24] = {
    -0x1.5a9b7ap+1f, 0x1.9123ccp+0f, 0x1.a5d30ap+0f, 0x1.832434p-1f, -0x1.c473b8p-1f, -0x1.62a986p+1f, -0x1.bcdfe8p-1f,
    0x1.eb8bfcp-1f, -0x1.1f7d78p-5f, 0x1.74a1bp-3f, 0x1.47ad32p+0f, 0x1.c2b174p-1f, 0x1.b78a02p-4f, 0x1.e25b74p-1f,
    -0x1.9a0cdp-1f, 0x1.c90cfp-2f, -0x1.ae7e7cp-1f, -0x1.398cd8p+1f, -0x1.942092p-9f, -0x1.2a90e4p-1f, 0x1.2c6344p+0f,
    -0x1.03250cp-1f, 0x1.770fc8p-1f, -0x1.f111c2p+0f,
};
static const float f83[6] = {
    0x1p+0f, -0x1p+0f, 0x1p+0f, 0x1p+0f, 0x1p+0f, -0x1p+0f,
};
static const double d343[24] = {
    0x1.288255fp-4, -0x1.546d956p-6, 0x1.d167482p-8, -0x1.294ec0bp-5, -0x1.86a3086p-11, -0x1.783d2b9p-4, -0x1.2fdccabp-7,
    0x1.2f82b55p-5, -0x1.e3827ffp-8, 0x1.2ddc1f7p-8, -0x1.a1e34f5p-6, -0x1.0778eefp-5, 0x1.2b8f419p-5, -0x1.3c64836p-6,
    0x1.7caa4bp-6, -0x1.726608cp-6, 0x1.0689766p-7, 0x1.0b4c0fcp-5, -0x1.e397d3p-8, 0x1.cac279bp-9, 0x1.fc6328fp-7,
    -0x1.589731ep-10, 0x1.194a809p-8, -0x1.1ad80ecp-5,
};
static const double d344[24] = {
    0x1.0a6a1f5p-6, 0x1.9fda41dp-8, 0x1.cf4df12p-6, -0x1.0efbb14p-6, -0x1.36881a4p-5, 0x1.f2fa65ep-7, -0x1.91135c9p-6,
    -0x1.ad39e3ep-7, -0x1.7ca0177p-5, 0x1.a284d33p-5, 0x1.0c0457ep-5, -0x1.eb67ddep-5, -0x1.3139d55p-4, -0x1.ecc05abp-8,
    -0x1.ae17cd8p-8, 0x1.689dd74p-6, -0x1.1e0f551p-6, 0x1.91f8f04p-7, -0x1.9d1b1afp-5, -0x1.ab76538p-6, 0x1.9b484f9p-7,
    -0x1.367897ep-5, 0x1.4b181b3p-5, 0x1.0bfb003p-5,
};
static const float f84[4] = {
    0x1.8c58e4p+0f, 0x1.75c5c8p+0f, 0x1.f8e874p-1f, 0x1.43eb6p+0f,
};
static const double d345[4] = {
    0x1.6c7dff4p+0, 0x1.6f57124p+0, 0x1.1c9343dp+0, 0x1.1d00333p-1,
};
static const double d346[24] = {
    -0x1.fdbd793p-5, 0x1.d96cee2p-5, 0x1.2f6e3d5p-2, 0x1.e75382bp-4, -0x1.797dd98p-4, -0x1.d41b1d8p-4, 0x1.8bd14e1p-8,
    0x1.1326f5p-5, 0x1.35add11p-5, -0x1.8b5ed86p-6, 0x1.bbc491p-8, 0x1.53352d9p-5, 0x1.631031fp-6, -0x1.91eeaf8p-6,
    -0x1.17ae798p-6, 0x1.2004683p-5, -0x1.3e6142cp-5, 0x1.58f12ap-4, 0x1.bce6a96p-3, -0x1.6f1c52bp-4, -0x1.324a715p-2,
    -0x1.f69fe7p-5, -0x1.1a279d6p-5, 0x1.d7be686p-5,
};
static const double d347[24] = {
    -0x1.f3f21d3p-12, -0x1.44cd456p-2, 0x1.8bdd307p-7, -0x1.5969c42p-2, -0x1.68d4ba1p-3, -0x1.9d5f1bdp-3, -0x1.ec851d3p-8,
    -0x1.39ccf7ep-5, -0x1.5fffa8ap-5, 0x1.ac9a4eep-7, -0x1.47c7dfp-7, -0x1.502bac9p-5, -0x1.7244091p-5, 0x1.cef2455p-4,
    0x1.08407d5p-4, 0x1.123bacep-8, 0x1.5ec1866p-5, 0x1.aa66261p-4, -0x1.a43d12ap-4, -0x1.1b98851p-4, 0x1.bec81bfp-4,
    -0x1.2dc575bp-3, 0x1.14d56c4p-5, 0x1.0fd3108p-5,
};
static const double d348[24] = {
    0x1.7c8e986p-7, -0x1.617211bp-7, -0x1.c51095cp-5, -0x1.6bd2ccfp-6, 0x1.19d2fb1p-6, 0x1.5d7960dp-6, -0x1.27afcadp-10,
    -0x1.9b17b24p-8, -0x1.cead711p-8, 0x1.275a49ap-8, -0x1.4b81c07p-10, -0x1.facb8b9p-8, 0x1.169e5a6p-7, -0x1.3b65953p-7,
    -0x1.b6eed13p-8, 0x1.c403d0dp-7, -0x1.f3aa8dp-7, 0x1.0ead2afp-5, 0x1.10f19cap-4, -0x1.c27098dp-6, -0x1.77d09p-4,
    -0x1.345b59ap-6, -0x1.5a33394p-7, 0x1.216961cp-6,
};
static const double d349[24] = {
    0x1.753eacap-14, 0x1.e4f99bap-5, -0x1.278a5b2p-9, 0x1.01e0149p-4, 0x1.0d62c3ep-5, 0x1.349c6cep-5, 0x1.6fed10ep-10,
    0x1.d4d5e57p-8, 0x1.06f3e67p-7, -0x1.402d98fp-9, 0x1.e9b8f9ap-10, 0x1.f641e96p-8, -0x1.228c48ep-6, 0x1.6b464a3p-5,
    0x1.9eb7b37p-6, 0x1.ae61d0dp-10, 0x1.133d161p-6, 0x1.4e9887ap-5, -0x1.01d0447p-5, -0x1.5bf7dd7p-6, 0x1.1218fa1p-5,
    -0x1.7244f5bp-5, 0x1.53abd5p-7, 0x1.4d86654p-7,
};
static const float f85[24] = {
    -0x1.3ce4dp+1f, 0x1.75c888p-4f, 0x1.1a40fap+1f, -0x1.1faff4p-1f, -0x1.7b0a22p-1f, -0x1.3f4872p-2f, -0x1.8a22e4p-1f,
    -0x1.5de83ep+1f, -0x1.cf3a6p+0f, 0x1.e04bdcp+0f, 0x1.eccb7cp-1f, 0x1.4e5526p+1f, -0x1.b1002cp-1f, -0x1.ab6944p-1f,
    -0x1.02bb7cp+1f, 0x1.31d6d4p+0f, -0x1.7abaep+0f, 0x1.a774d8p+0f, 0x1.817accp+1f, -0x1.6d593p-1f, -0x1.2653bp+1f,
    -0x1.342034p+1f, 0x1.4fccd4p-1f, 0x1.cd5afcp-4f,
};
static const float f86[24] = {
    -0x1.0c6f18p-1f, 0x1.79d9fap+1f, -0x1.36c492p+1f, -0x1.9e251p+0f, -0x1.44988p+1f, 0x1.faef4p-2f, 0x1.1af7dcp-2f,
    -0x1.ad9f64p-2f, -0x1.887936p+0f, 0x1.870b36p+1f, 0x1.bd8cfp+0f, 0x1.92781ep-1f, -0x1.abc78p+0f, -0x1.abc08p-2f,
    -0x1.d75becp-2f, 0x1.981f3cp-1f, -0x1.13171cp+1f, 0x1.17bce2p-1f, 0x1.414e08p+1f, -0x1.b4254ap-1f, -0x1.178dcap+1f,
    -0x1.41c42cp+1f, 0x1.bc8984p-2f, 0x1.a437bap-5f,
};
static const float f87[24] = {
    0x1.67d6d4p-4f, 0x1.cd949cp+1f, -0x1.c8ed6cp+0f, -0x1.42a23p+0f, -0x1.1d5c48p+1f, 0x1.329deep-4f, -0x1.57ccbap+0f,
    0x1.ec744cp+0f, 0x1.8d1ae4p-2f, 0x1.29692ep-5f, -0x1.cb6e08p+0f, -0x1.a1d7ecp-1f, 0x1.61ed3ap-2f, 0x1.1917dp-2f,
    0x1.b72e5cp+0f, -0x1.b1ddbp-1f, 0x1.ba323p-1f, 0x1.11757cp-2f, 0x1.c0bd66p+2f, 0x1.a4a9b4p+1f, 0x1.b358ap+0f,
    0x1.97bf98p+0f, 0x1.29f99ap+2f, 0x1.07356cp+2f,
};
static const double d350[4] = {
    0x1.0f7848dp+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d351[24] = {
    -0x1.19fb4d1p-3, -0x1.30b41e4p-3, -0x1.0b19f85p-3, -0x1.36373dap-4, -0x1.0241ab7p-4, 0x1.706fa13p-4, -0x0p+0, 0x0p+0,
    0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0,
};
static const double d352[24] = {
    -0x1.afad254p-2, -0x1.3c68014p-1, 0x1.0036b14p+0, 0x1.d321da3p-3, 0x1.8d3344p-2, -0x1.64f701bp-3, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d353[24] = {
    0x1.1e5565ep-1, 0x1.889508dp-1, -0x1.bda6e47p-1, -0x1.38063b6p-3, -0x1.4ca2d92p-2, 0x1.597e624p-4, 0x0p+0, -0x0p+0, -0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d354[24] = {
    0x1.a509d6ap-6, 0x1.c6f72bp-6, 0x1.8ed1f8p-6, 0x1.cf322c6p-7, 0x1.819d0c7p-7, -0x1.131044p-6, -0x0p+0, 0x0p+0, 0x0p+0,
    -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d355[24] = {
    0x1.4246e2p-4, 0x1.d870733p-4, -0x1.7e902b7p-3, -0x1.5cbf492p-5, -0x1.2889bd7p-4, 0x1.0a7fde9p-5, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d356[24] = {
    -0x1.ab8957bp-4, -0x1.25171efp-3, 0x1.4cb5ec7p-3, 0x1.d1e57c1p-6, 0x1.f0ac37dp-5, -0x1.01ef791p-6, 0x0p+0, -0x0p+0, -0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d357[24] = {
    0x1.a509d6ap-4, 0x1.c6f72bp-4, 0x1.8ed1f8p-4, 0x1.cf322c6p-5, 0x1.819d0c7p-5, -0x1.131044p-4, -0x0p+0, 0x0p+0, 0x0p+0,
    -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d358[24] = {
    0x1.4246e2p-2, 0x1.d870733p-2, -0x1.7e902b7p-1, -0x1.5cbf492p-3, -0x1.2889bd7p-2, 0x1.0a7fde9p-3, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d359[24] = {
    -0x1.ab8957bp-2, -0x1.25171efp-1, 0x1.4cb5ec7p-1, 0x1.d1e57c1p-4, 0x1.f0ac37dp-3, -0x1.01ef791p-4, 0x0p+0, -0x0p+0, -0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d360[4] = {
    0x1.7b84235p+2, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d361[24] = {
    0x1.afad254p-2, 0x1.3c68014p-1, -0x1.0036b14p+0, -0x1.d321da3p-3, -0x1.8d3344p-2, 0x1.64f701bp-3, 0x0p+0, -0x0p+0, -0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d362[24] = {
    -0x1.111f38dp+0, -0x1.4ebd739p+0, 0x1.4ab9609p-2, -0x1.30a5b74p-3, 0x1.0934f07p-4, 0x1.1320a9ep-2, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d363[24] = {
    0x1.4a67defp-1, 0x1.6112e5fp-1, 0x1.5b10b24p-1, 0x1.81e3c8bp-2, 0x1.4ae607ep-2, -0x1.c59c2abp-2, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d364[24] = {
    -0x1.4246e2p-4, -0x1.d870733p-4, 0x1.7e902b7p-3, 0x1.5cbf492p-5, 0x1.2889bd7p-4, -0x1.0a7fde9p-5, 0x0p+0, -0x0p+0, -0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d365[24] = {
    0x1.97cf469p-3, 0x1.f3d06dcp-3, -0x1.edd15e6p-5, 0x1.c6e1a9cp-6, -0x1.8bfdbfdp-7, -0x1.9acdeaap-5, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d366[24] = {
    -0x1.ed57ab1p-4, -0x1.0798343p-3, -0x1.031bd3ep-3, -0x1.20180fp-4, -0x1.ee140afp-5, 0x1.52a6e49p-4, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d367[4] = {
    0x1.75febbep+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d368[24] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d369[24] = {
    -0x1.56e6b8p+0, -0x1.56e6b8p+0, 0x1.56e6b8p+0, 0x1.56e6b8p+0, 0x1.56e6b8p+0, -0x1.56e6b8p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
};
static const double d370[24] = {
    0x1.56e6b8p+0, 0x1.56e6b8p+0, -0x1.56e6b8p+0, -0x1.56e6b8p+0, -0x1.56e6b8p+0, 0x1.56e6b8p+0, 0x0p+0, -0x0p+0, -0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d371[24] = {
    0x1p-2, 0x1p-2, -0x1p-2, -0x1p-2, -0x1p-2, 0x1p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0,
    -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
};
static const double d372[24] = {
    -0x1p-2, -0x1p-2, 0x1p-2, 0x1p-2, 0x1p-2, -0x1p-2, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
};
static const double d373[4] = {
    0x1.43876a5p-1, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d374[24] = {
    -0x1.40196p-3, -0x1.f05278ap-3, -0x1.e33e88dp-3, -0x1.ee95379p-6, -0x1.6db7c1ep-5, 0x1.960bb43p-6, -0x0p+0, 0x0p+0, 0x0p+0,
    -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d375[24] = {
    -0x1.879b712p-3, -0x1.a4c77c5p-2, 0x1.13e928p+0, 0x1.ca94222p-5, 0x1.4b8d9cep-3, -0x1.0bc8c7bp-5, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d376[24] = {
    0x1.63da689p-2, 0x1.4e785c5p-1, -0x1.af02addp-1, -0x1.a6930cbp-6, -0x1.e03f58dp-4, 0x1.030bb67p-7, 0x0p+0, -0x0p+0, -0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d377[24] = {
    0x1.ddf4057p-6, 0x1.728a1f9p-5, 0x1.68c6a6fp-5, 0x1.713db5bp-8, 0x1.1108bf7p-7, -0x1.2f244dap-8, -0x0p+0, 0x0p+0, 0x0p+0,
    -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d378[24] = {
    0x1.245cc85p-5, 0x1.3a24346p-4, -0x1.9bf947dp-3, -0x1.565c817p-7, -0x1.ef0e443p-6, 0x1.8fd6fc3p-8, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d379[24] = {
    -0x1.09ab658p-4, -0x1.f369443p-4, 0x1.41c79e1p-3, 0x1.3b7b4d3p-8, 0x1.6689e47p-6, -0x1.82caba3p-10, 0x0p+0, -0x0p+0,
    -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0, -0x0p+0,
};
static const double d380[4] = {
    0x1.c722808p+2, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d381[24] = {
    0x1.5731dbcp-1, 0x1.9f86dd7p-1, -0x1.0866961p+0, -0x1.f8e3bdbp-2, -0x1.493473cp-1, 0x1.b95b319p-2, 0x0p+0, -0x0p+0, -0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d382[24] = {
    -0x1.7a85debp+0, -0x1.a5ab62p+0, 0x1.a294b1bp-3, -0x1.fe7a9e3p-4, 0x1.22cc6b9p-4, 0x1.e8d25ccp-3, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d383[24] = {
    0x1.9dd9e1ap-1, 0x1.abcfe6ap-1, 0x1.a827ffap-1, 0x1.3c4132ap-1, 0x1.24dae65p-1, -0x1.56e22ffp-1, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d384[4] = {
    0x1.1a8907dp+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d385[24] = {
    -0x1.1ef1c4fp-3, -0x1.387120ep-3, -0x1.f7d7e27p-4, -0x1.2dcfb7bp-4, -0x1.eaae457p-5, 0x1.6d3eb59p-4, -0x0p+0, 0x0p+0,
    0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0,
};
static const double d386[24] = {
    -0x1.911d41cp-2, -0x1.2c668cbp-1, 0x1.053af98p+0, 0x1.0355b06p-2, 0x1.a5ca2f1p-2, -0x1.2b7d53dp-3, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const double d387[24] = {
    0x1.104b122p-1, 0x1.7a82d4ep-1, -0x1.cb7af6bp-1, -0x1.6fc384ep-3, -0x1.6874666p-2, 0x1.d377e41p-5, 0x0p+0, -0x0p+0, -0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0, -0x0p+0,
    -0x0p+0,
};
static const float f88[24] = {
    -0x1.cb372cp-3f, 0x1.c94898p+0f, 0x1.bd4efcp+0f, 0x1.e96b4cp+0f, 0x1.701f9ep-1f, -0x1.7cdd1cp+0f, 0x1.219116p+0f,
    0x1.c39d48p-3f, -0x1.30e1fp+0f, 0x1.4340dcp-2f, -0x1.a032acp-1f, 0x1.bb052p+1f, 0x1.aec3ap-3f, -0x1.731146p-1f,
    -0x1.a61b1p-2f, 0x1.02414p+0f, -0x1.2ae78cp+0f, 0x1.cb4e96p+0f, -0x1.37d8cp+2f, 0x1.0b01b4p-2f, -0x1.2f1cf4p-2f,
    0x1.b3c868p-5f, -0x1.3c625p-1f, -0x1.64276p+0f,
};
static const float f89[24] = {
    -0x1.dfa9b4p+0f, -0x1.9491ecp-1f, 0x1.ec25fep-2f, -0x1.cc3f64p+1f, 0x1.73a2d6p+0f, 0x1.ace114p+0f, -0x1.378572p-1f,
    0x1.edfc68p-1f, -0x1.b16812p+0f, -0x1.23efecp-1f, -0x1.992e9p-3f, -0x1.580558p-1f, -0x1.43193ep-2f, 0x1.767e0cp+0f,
    -0x1.0a737p+1f, 0x1.9c2072p-1f, -0x1.84ec58p-2f, 0x1.85db28p+0f, 0x1.26a194p-1f, -0x1.e32588p-1f, -0x1.b4b944p-1f,
    -0x1.12efbp-1f, 0x1.843d5cp+0f, -0x1.920b94p-1f,
};
static const float f90[24] = {
    0x1.3f7478p-1f, 0x1.dc8dcp-2f, 0x1.2edc6p+0f, 0x1.c6fcdcp+1f, 0x1.18ac18p+1f, 0x1.98db7cp-1f, -0x1.b18d7p-4f,
    0x1.c0f5f6p+0f, -0x1.c92dacp-2f, 0x1.222c32p+1f, -0x1.a796a4p+0f, -0x1.574a7p-2f, 0x1.b2495cp-1f, -0x1.72386ap-2f,
    -0x1.2fad7cp+1f, 0x1.384328p+0f, 0x1.959e94p-3f, 0x1.a60104p-5f, 0x1.10c588p+1f, 0x1.99a89p-1f, 0x1.167be6p-4f,
    -0x1.3b9dap+0f, -0x1.53b234p-1f, 0x1.71f74ep-2f,
};
static const double d388[6] = {
    0x1.4575607p+2, 0x1.663a764p+0, 0x1.c5f253bp-1, 0x1.b48abb5p+0, 0x0p+0, 0x1.2877af4p+0,
};
static const double d389[24] = {
    0x1.aeb1937p-1, -0x1.c722e0bp-3, -0x1.d267b7fp-5, 0x1.0f22f2ep+1, 0x1.4c46666p-2, -0x1.b6bbd78p-3, 0x1.01d9097p-3,
    0x1.60349cap-2, 0x1.215f334p-1, 0x1.4888cd9p+0, -0x1.51e51ep-1, 0x1.9975659p-3, -0x1.628c57dp-1, 0x1.b636c6cp-1,
    0x1.e7f4da1p-2, -0x1.f3e0928p-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.e1cf1b9p-2, -0x1.90f0db5p-2, -0x1.15ae805p+0,
    0x1.439c29p-1,
};
static const double d390[24] = {
    -0x1.6519281p-2, -0x1.16e4741p-1, -0x1.1089fd9p-2, -0x1.2a15a0bp+0, 0x1.09b5295p-2, 0x1.1ec283fp+0, -0x1.3b69fap-1,
    0x1.0de90d4p-2, -0x1.d972db3p-3, -0x1.a1b3cb9p-2, 0x1.211525ep-2, -0x1.e73262ap+0, 0x1.0eaee4dp-2, -0x1.1983513p+0,
    0x1.adaa468p-1, 0x1.a3c558dp-4, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x1.1b59e6ap-2, -0x1.2c3f981p-2, 0x1.0f79b22p+0,
    0x1.344919dp-2,
};
static const double d391[24] = {
    -0x1.f849fecp-2, 0x1.88ad2c3p-1, 0x1.4ad6f49p-2, -0x1.e8608a1p-1, -0x1.2afdc7dp-1, -0x1.cfd612p-1, 0x1.f5e76f4p-2,
    -0x1.370ed4fp-1, -0x1.5604f8ep-2, -0x1.c037b56p-1, 0x1.82b5162p-2, 0x1.b403b5fp+0, 0x1.b669cadp-2, 0x1.f33f6e6p-3,
    -0x1.50d259cp+0, 0x1.21fde61p-3, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x1.8cea69dp-3, 0x1.5e9839bp-1, 0x1.8d338dp-6,
    -0x1.ddc0b5fp-1,
};
static const double d392[24] = {
    0x1.a6c73d1p-4, -0x1.bec58adp-6, -0x1.c9d55d7p-8, 0x1.0a274cap-2, 0x1.4ce779ap-5, -0x1.b790864p-6, 0x1.0256084p-6,
    0x1.60df594p-5, 0x1.85ada11p-5, 0x1.ba6a747p-4, -0x1.c7056a3p-5, 0x1.13b2121p-6, 0x1.4ec8e65p-4, -0x1.9dc969cp-4,
    -0x1.ccc1a86p-5, 0x1.d803446p-6, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.11a749p-4, -0x1.c772058p-5, -0x1.3b6e1dap-3,
    0x1.6f9a214p-4,
};
static const double d393[24] = {
    -0x1.5e89129p-5, -0x1.11c4506p-4, -0x1.0b87be2p-5, -0x1.249b317p-3, 0x1.0a35f79p-5, 0x1.1f4d86cp-3, -0x1.3c02e0dp-4,
    0x1.0e6be51p-5, -0x1.3ec7fep-6, -0x1.193f09dp-5, 0x1.8549e86p-6, -0x1.4809c0ap-3, -0x1.ff306d8p-6, 0x1.09d2186p-3,
    -0x1.95b6e7ap-4, -0x1.8c5f2b2p-7, 0x0p+0, -0x0p+0, 0x0p+0, -0x0p+0, -0x1.41ded23p-5, -0x1.55108e5p-5, 0x1.3461535p-3,
    0x1.5e31c37p-5,
};
static const double d394[24] = {
    -0x1.ef05679p-5, 0x1.8175b32p-4, 0x1.44c269dp-5, -0x1.df66cfcp-4, -0x1.2b8eb8ap-4, -0x1.d0b6ebfp-4, 0x1.f6dabd7p-5,
    -0x1.37a59f2p-4, -0x1.cc93442p-6, -0x1.2dcaef8p-4, 0x1.046076p-5, 0x1.25937e6p-3, -0x1.9df995dp-5, -0x1.d76b1bcp-6,
    0x1.3e0bddfp-3, -0x1.11d3aedp-6, -0x0p+0, 0x0p+0, -0x0p+0, -0x0p+0, -0x1.c2df7f8p-6, 0x1.8e4149ep-4, 0x1.c33294p-9,
    -0x1.0f59818p-3,
};
static const float f91[160] = {
    0x1.49c162p+0f, 0x1.52db14p+0f, 0x1.40bfe2p-1f, -0x1.b7a752p-1f, 0x1.940346p-1f, 0x1.49ed72p-3f, 0x1.0279bap+0f,
    -0x1.b6be9cp+0f, -0x1.f74196p-1f, 0x1.4a2188p+0f, -0x1.2cc3f2p-3f, -0x1.f1863ep-5f, 0x1.5f93a2p-3f, -0x1.cb1144p-1f,
    -0x1.d8ab3ep-1f, 0x1.d05f9ap-1f, -0x1.22a8c4p-3f, -0x1.cb8cf8p+0f, 0x1.b63a56p-3f, -0x1.16f94p-2f, 0x1.3b63a6p-2f,
    -0x1.caf09ep-1f, 0x1.eeb228p-2f, -0x1.80caf2p+0f, -0x1.cff142p-3f, 0x1.93bf44p-1f, 0x1.562c64p-1f, 0x1.ce3f98p-2f,
    -0x1.c23cc6p-1f, -0x1.7935c2p-1f, -0x1.39912ep+0f, -0x1.1e3eb8p-3f, 0x1.f5f394p-1f, 0x1.6bfc68p-4f, 0x1.12dd2p-3f,
    0x1.358212p-1f, 0x1.4b484ep-3f, -0x1.7ae438p+0f, 0x1.3b8364p+0f, 0x1.72ac46p-1f, -0x1.8cf03ep-1f, -0x1.62403cp-3f,
    0x1.03fb5ap+0f, -0x1.8e66cp-2f, 0x1.6dd752p-4f, -0x1.7896dap+0f, 0x1.315958p+0f, -0x1.2484aap+1f, 0x1.ca0622p-5f,
    0x1.ff03acp+0f, -0x1.2a4c78p-1f, -0x1.cf107ap+0f, 0x1.5c5042p-1f, 0x1.695336p-2f, -0x1.6a42dep-3f, 0x1.184bep-5f,
    0x1.fde26ap-1f, -0x1.8b3e9cp-1f, -0x1.414268p+0f, -0x1.385df2p-1f, -0x1.9b4c9ep-1f, 0x1.119a3ep-2f, -0x1.7ad2d8p-4f,
    -0x1.275212p-2f, -0x1.38bf56p-3f, -0x1.2986bap-4f, 0x1.bc0bfap+0f, -0x1.6f14b6p-2f, 0x1.00ed2ep-2f, 0x1.b992bep-2f,
    0x1.e41624p-1f, -0x1.19a608p-6f, -0x1.99613ep-5f, -0x1.464bdcp-2f, -0x1.047d58p+1f, -0x1.e1b82p-1f, 0x1.48e576p-3f,
    -0x1.1ac204p+1f, 0x1.5ecb6cp-1f, -0x1.aa727cp+0f, 0x1.c13cd4p-3f, 0x1.8711fap-1f, -0x1.824636p-1f, -0x1.87c70cp-1f,
    0x1.4a40ep+0f, -0x1.161d6ap-1f, -0x1.d98e9cp-3f, 0x1.b0f822p+0f, 0x1.5c24fp-2f, 0x1.3809dep-1f, 0x1.91d21ep-1f,
    0x1.158ce2p+0f, 0x1.288058p+0f, 0x1.213d2ap-4f, -0x1.40c0e2p-2f, -0x1.52c8bp-1f, 0x1.537a52p+0f, 0x1.274fc2p-4f,
    -0x1.4392fep+0f, -0x1.4c506cp-1f, 0x1.51a8acp-5f, 0x1.0c45ecp-1f, 0x1.1df10ep+0f, -0x1.889952p+0f, -0x1.25756cp-1f,
    0x1.739766p+0f, -0x1.422844p-2f, -0x1.07dadep-2f, 0x1.1312e2p+0f, -0x1.ca6048p-1f, -0x1.0fe218p+0f, -0x1.8f0178p-1f,
    -0x1.404148p-1f, -0x1.61d95ep+0f, 0x1.62efbep+0f, -0x1.1c689cp-3f, 0x1.b6c3ecp-3f, -0x1.18276ap+1f, 0x1.54c302p-3f,
    0x1.1dd55ep-2f, 0x1.4e5ccep-3f, 0x1.8f0b02p+0f, 0x1.8943bp+0f, 0x1.834648p-1f, 0x1.5f40e8p-1f, -0x1.f3c354p-1f,
    -0x1.3e1e24p-2f, 0x1.17352ap+0f, -0x1.2b50bep+0f, -0x1.e8fdcap-2f, 0x1.df047p-1f, 0x1.d9bd2p+0f, -0x1.fa5658p-1f,
    -0x1.6b42e4p-1f, -0x1.b0648cp-3f, -0x1.0bf956p-1f, 0x1.0f9ef6p+1f, -0x1.7ede52p+0f, 0x1.341912p-2f, -0x1.0126ap-1f,
    0x1.2447cp-4f, -0x1.10715ep-1f, 0x1.b5a90ap-3f, 0x1.773b68p-1f, 0x1.94d6acp-2f, -0x1.bae178p-6f, 0x1.57835ep+0f,
    -0x1.13a216p+0f, 0x1.6b8c5cp+0f, -0x1.273354p-4f, -0x1.965c28p-1f, 0x1.649e1ap-1f, 0x1.cd836p-2f, 0x1.282bd4p+0f,
    0x1.59e146p+0f, 0x1.d614ap-1f, -0x1.8d2be8p-2f, 0x1.1192acp-1f, 0x1.72a898p+0f, -0x1.402c76p-1f,
};
static const int32_t i11[12] = {
    1, 2, 2, 3, 1, 4, 4, 4, 4, 2, 0, 0,
};
static const int32_t i12[4] = {
    8, 5, 7, 6,
};
static const int32_t i13[4] = {
    3, 2, 3, 0,
};
static const double d395[4] = {
    0x1.ca32f9dp+2, 0x1.a17bf7fp+2, 0x1.42e90fap+3, 0x1.4ce686dp+3,
};
static const double d396[160] = {
    -0x1.ff67aa7p-4, 0x1.437e002p-1, -0x1.b00f6a6p-3, -0x1.8763155p-5, -0x1.fc5bfb8p-3, 0x1.c690172p-2, -0x1.d031326p-2,
    -0x1.e78a225p-6, 0x1.471d371p-1, -0x1.3310586p-1, 0x1.3168a54p-6, 0x1.436e5e5p-3, 0x1.980c905p-3, 0x1.1868c63p-4,
    -0x1.c6ee333p-2, -0x1.cb773ecp-2, 0x1.06cf963p-3, 0x1.927e705p-6, 0x1.77276cdp-3, 0x1.cd4f58dp-4, 0x1.0f276c3p-3,
    0x1.80655dap-3, -0x1.52bd5efp-7, -0x1.14c2f9dp-4, -0x1.efff77p-3, 0x1.0bbcb75p-2, -0x1.d86f21dp-4, -0x1.456d0eep-2,
    0x1.12fb5f8p-2, -0x1.8cbcfe1p-4, -0x1.b71ba93p-2, 0x1.762b361p-4, 0x1.1ebbe29p-2, 0x1.d648f42p-4, -0x1.d5ea1f3p-5,
    -0x1.49c0acbp-1, 0x1.c1bdbe9p-4, 0x1.5c55981p-6, 0x1.4806a08p-2, 0x1.8a8bdf5p-3, 0x1.89a0c52p-6, -0x1.03a1928p-6,
    0x1.980ae0fp-2, -0x1.3eabdd7p-3, -0x1.0114e56p-2, 0x1.8913a57p-6, 0x1.e1dadf1p-2, -0x1.727f635p-7, 0x1.56c583p-2,
    -0x1.a2ced0ap-1, -0x1.761eb65p-4, 0x1.590216bp-6, 0x1.03daea8p-2, 0x1.7696a9fp-3, -0x1.772eb34p-2, -0x1.4b7a107p-1,
    0x1.c0f011bp-2, 0x1.328a43cp-4, 0x1.7a3e587p-5, 0x1.6866ccfp-4, 0x1.1b0766bp-2, -0x1.5975cep-2, 0x1.213b17fp-1,
    -0x1.e112e86p-3, -0x1.137e546p-2, -0x1.dc3b794p-6, 0x1.c0e9725p-2, -0x1.7a9a0d9p-4, -0x1.d006f18p-4, -0x1.a0faf5ep-3,
    -0x1.5f1208dp-3, 0x1.de156f4p-4, 0x1.ceaa3c9p-4, 0x1.61a832ep-4, -0x1.2821e68p-3, -0x1.76f3b7cp-1, 0x1.fd68e8cp-3,
    0x1.7d18e44p-6, 0x1.ae600edp-2, 0x1.480af01p-5, 0x1.ba404d9p-1, -0x1.50c4c6p-2, 0x1.3cd7f58p-3, -0x1.40a958cp-4,
    -0x1.38febcep-1, 0x1.ebbacb8p-2, 0x1.59bd785p-1, -0x1.723ea27p-1, -0x1.7f6e0fp-3, -0x1.f602dfbp-3, -0x1.59cd07ap-2,
    0x1.7ca5156p-3, 0x1.99e468p-3, 0x1.144a069p-4, -0x1.da28e2fp-4, -0x1.7e576aap-1, 0x1.fe1630fp-2, 0x1.231f10fp-3,
    0x1.321e936p-5, 0x1.1b1525ep-4, 0x1.471cab8p-3, -0x1.60c5fe2p-2, 0x1.600e0d3p-2, -0x1.6893da4p-5, -0x1.d70fa6p-4, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.d50c83p-6, 0x1.ac412d5p-5, 0x1.f375cf2p-5, 0x1.d4b1aaap-6, -0x1.cfc4c82p-4,
    -0x1.5468a23p-1, 0x1.b5b7618p-3, 0x1.3cbc704p-6, 0x1.a143703p-3, 0x1.d31029p-3, 0x1.fcf0ad2p-4, -0x1.bbac89ep-2,
    0x1.5e5924bp-1, -0x1.8dc4d34p-3, -0x1.72bf027p-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.2425efp-2, 0x1.8839799p-2,
    0x1.6ed8798p-6, 0x1.e51d7cap-6, -0x1.32a5d3ep-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.8e569a3p-2, -0x1.f269d86p-4,
    0x1.e2c0338p-2, -0x1.b97a148p-2, -0x1.3b02432p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d397[160] = {
    0x1.fd11099p-8, -0x1.420355ap-5, 0x1.ae15aa2p-7, 0x1.8598f15p-9, 0x1.fa08eb4p-7, -0x1.53922e4p-5, 0x1.5ac3aeep-5,
    0x1.6c349eep-9, -0x1.e8ba017p-5, 0x1.cac536dp-5, 0x1.3f8a1cfp-9, 0x1.52654e1p-6, 0x1.aaedc5bp-6, 0x1.2562217p-7,
    -0x1.dbfab4p-5, -0x1.19e112ap-3, 0x1.427726cp-5, 0x1.eddac89p-8, 0x1.cc4f167p-5, 0x1.1b02b44p-5, -0x1.0dea058p-7,
    -0x1.7ea3689p-7, 0x1.5130db5p-11, 0x1.137f02bp-8, 0x1.edbadefp-7, -0x1.90039eap-6, 0x1.60ebdcfp-7, 0x1.e63456dp-6,
    -0x1.9ad6946p-6, 0x1.285fdb7p-7, -0x1.cb6cc0cp-5, 0x1.877b1e7p-7, 0x1.2c0027bp-5, 0x1.ec0b537p-7, -0x1.eba81b4p-8,
    -0x1.949a20ep-3, 0x1.13e9c7ep-5, 0x1.ab66cep-8, 0x1.927bbep-4, 0x1.e41a65dp-5, -0x1.87d4019p-10, 0x1.0271a8cp-10,
    -0x1.962d3dep-6, 0x1.3d36d79p-7, 0x1.ffcfef5p-7, -0x1.25a3a24p-9, -0x1.67f57fcp-5, 0x1.14c59fp-10, -0x1.000f4fbp-5,
    0x1.38dc6e5p-4, -0x1.876e0a9p-7, 0x1.68f8991p-9, 0x1.0fe0d0cp-5, 0x1.87eb8bp-6, -0x1.888a9d3p-5, -0x1.96b7b53p-3,
    0x1.136b99bp-3, 0x1.781edf1p-6, 0x1.d019895p-7, 0x1.ba35385p-6, -0x1.19bc198p-6, 0x1.57e16c8p-6, -0x1.1fe8885p-5,
    0x1.dedfc88p-7, 0x1.123bd95p-6, 0x1.63c23abp-9, -0x1.4f597f6p-5, 0x1.1ad373fp-7, 0x1.5aa41e6p-7, 0x1.377eee4p-6,
    -0x1.6f50598p-6, 0x1.f4342e4p-7, 0x1.e4125a4p-7, 0x1.720526bp-7, -0x1.35d57e2p-6, -0x1.cc0fa4cp-3, 0x1.3884fep-4,
    0x1.d399e82p-8, 0x1.080846p-3, 0x1.928108p-7, -0x1.b83a9f7p-5, 0x1.4f3a911p-6, -0x1.3b65136p-7, 0x1.3f31fe8p-8,
    0x1.37905bfp-5, -0x1.6f55ed9p-5, -0x1.0247056p-4, 0x1.14953f9p-4, 0x1.1e6ec89p-6, 0x1.770429ep-6, -0x1.69ccedcp-5,
    0x1.8e41b2bp-6, 0x1.acdb723p-6, 0x1.211294bp-7, -0x1.f019276p-7, -0x1.d520bb9p-3, 0x1.38ef4cap-3, 0x1.6533b62p-5,
    0x1.779abcfp-7, 0x1.5b56ac7p-6, -0x1.459dc45p-7, 0x1.5f290d2p-6, -0x1.5e71f38p-6, 0x1.66edc6ap-9, 0x1.d4e83eap-8, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.eac03e3p-9, 0x1.c011b6ap-8, 0x1.0548e05p-7, 0x1.ea6131dp-9, -0x1.e539f88p-7,
    -0x1.a1ad4c3p-3, 0x1.0c8939bp-4, 0x1.84a185p-8, 0x1.fffa04fp-5, 0x1.1e8a43ep-4, -0x1.fa9ceedp-8, 0x1.b9a5316p-6,
    -0x1.5cbf0a7p-5, 0x1.8bf336dp-7, 0x1.710d07bp-7, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.31aa556p-5, 0x1.9a5f3f2p-5,
    0x1.7fd1a43p-9, 0x1.fb8f84ap-9, -0x1.40d5f88p-6, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.8c84532p-6, 0x1.f0226c9p-8,
    -0x1.e08b1d3p-6, 0x1.b7754e6p-6, 0x1.399186cp-6, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d398[160] = {
    0x1.7dccc72p-4, -0x1.e305007p-2, 0x1.42903f9p-3, 0x1.2432b4fp-5, 0x1.7b86b07p-3, -0x1.53922e4p-2, 0x1.5ac3aeep-2,
    0x1.6c349eep-6, -0x1.e8ba017p-2, 0x1.cac536dp-2, 0x1.df4f2b6p-6, 0x1.fb97f51p-3, 0x1.4032544p-2, 0x1.b813322p-4,
    -0x1.64fc07p-1, -0x1.19e112ap-1, 0x1.427726cp-3, 0x1.eddac89p-6, 0x1.cc4f167p-3, 0x1.1b02b44p-3, -0x1.94df084p-4,
    -0x1.1efa8e6p-3, 0x1.f9c948fp-8, 0x1.9d3e841p-5, 0x1.724c274p-3, -0x1.90039eap-3, 0x1.60ebdcfp-4, 0x1.e63456dp-3,
    -0x1.9ad6946p-3, 0x1.285fdb7p-4, -0x1.5891909p-1, 0x1.259c56dp-3, 0x1.c2003b8p-2, 0x1.71087e9p-3, -0x1.70be147p-4,
    -0x1.949a20ep-1, 0x1.13e9c7ep-3, 0x1.ab66cep-6, 0x1.927bbep-2, 0x1.e41a65dp-3, -0x1.25df013p-6, 0x1.83aa7d3p-7,
    -0x1.30a1ee7p-2, 0x1.dbd2436p-4, 0x1.7fdbf38p-3, -0x1.25a3a24p-6, -0x1.67f57fcp-2, 0x1.14c59fp-7, -0x1.000f4fbp-2,
    0x1.38dc6e5p-1, -0x1.259287fp-3, 0x1.0eba72cp-5, 0x1.97d1392p-2, 0x1.25f0a84p-2, -0x1.2667f5ep-1, -0x1.96b7b53p-1,
    0x1.136b99bp-1, 0x1.781edf1p-4, 0x1.d019895p-5, 0x1.ba35385p-4, -0x1.a69a264p-3, 0x1.01e9116p-2, -0x1.afdccc7p-2,
    0x1.6727d66p-3, 0x1.9b59c5fp-3, 0x1.63c23abp-6, -0x1.4f597f6p-2, 0x1.1ad373fp-4, 0x1.5aa41e6p-4, 0x1.377eee4p-3,
    -0x1.137c432p-2, 0x1.772722bp-3, 0x1.6b0dc3bp-3, 0x1.1583ddp-3, -0x1.d0c03d2p-3, -0x1.cc0fa4cp-1, 0x1.3884fep-2,
    0x1.d399e82p-6, 0x1.080846p-1, 0x1.928108p-5, -0x1.4a2bf79p-1, 0x1.f6d7d99p-3, -0x1.d9179d1p-4, 0x1.decafdcp-5,
    0x1.d35889fp-2, -0x1.6f55ed9p-2, -0x1.0247056p-1, 0x1.14953f9p-1, 0x1.1e6ec89p-3, 0x1.770429ep-3, -0x1.0f59b25p-1,
    0x1.2ab146p-2, 0x1.41a495ap-2, 0x1.b19bdf1p-4, -0x1.7412dd9p-3, -0x1.d520bb9p-1, 0x1.38ef4cap-1, 0x1.6533b62p-3,
    0x1.779abcfp-5, 0x1.5b56ac7p-4, -0x1.e86ca67p-4, 0x1.075ec9ep-2, -0x1.06d576ap-2, 0x1.0d3255p-5, 0x1.5fae2fp-4, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.70102eap-5, 0x1.500d48fp-4, 0x1.87ed507p-4, 0x1.6fc8e56p-5, -0x1.6beb7a6p-3,
    -0x1.a1ad4c3p-1, 0x1.0c8939bp-2, 0x1.84a185p-6, 0x1.fffa04fp-3, 0x1.1e8a43ep-2, -0x1.7bf5b32p-4, 0x1.4b3be5p-2,
    -0x1.058f47dp-1, 0x1.28f6692p-3, 0x1.14c9c5cp-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.ca7f802p-2, 0x1.33c76f5p-1,
    0x1.1fdd3b2p-5, 0x1.7caba37p-5, -0x1.e140f4cp-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.29633e5p-2, 0x1.7419d17p-4,
    -0x1.686855ep-2, 0x1.4997fadp-2, 0x1.d65a4a2p-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const int32_t i14[12] = {
    1, 0, 0, 3, 1, 4, 4, 4, 4, 0, 3, 0,
};
static const double d399[4] = {
    0x1.dc3187dp+2, 0x1.6c00634p+2, 0x1.2905d72p+3, 0x1.294884ep+4,
};
static const double d400[160] = {
    -0x1.a2a9259p-2, 0x1.039100bp-1, 0x1.9543095p-3, -0x1.8763155p-5, -0x1.fc5bfb8p-3, -0x1.8d5f47ap-3, -0x1.d031326p-2,
    0x1.d21815ap-4, 0x1.221ee06p+0, -0x1.3310586p-1, 0x1.28bdcc2p-3, 0x1.436e5e5p-3, 0x1.b7d8455p-5, 0x1.1868c63p-4,
    -0x1.b32b4f7p-2, 0x1.7719614p-2, 0x1.06cf963p-3, -0x1.94b45c8p-1, 0x1.77276cdp-3, 0x1.cd4f58dp-4, -0x1.8d686dp-5,
    0x1.ce89a4ap-4, 0x1.f6763cdp-3, -0x1.14c2f9dp-4, -0x1.efff77p-3, -0x1.c7e83dep-2, 0x1.60c9093p-3, 0x1.bbbe0f7p-3,
    0x1.39a7e24p-3, -0x1.8cbcfe1p-4, 0x1.f9ad494p-6, 0x1.762b361p-4, -0x1.7650b2ap-3, 0x1.d648f42p-4, -0x1.bc7c2eap-5,
    0x1.5e1e8d6p-3, 0x1.c1bdbe9p-4, -0x1.9665a34p-1, 0x1.4806a08p-2, 0x1.8a8bdf5p-3, 0x1.4a0ef31p-5, -0x1.3378a3p-13,
    0x1.774f64dp-2, -0x1.3eabdd7p-3, -0x1.0114e56p-2, -0x1.a231c96p-6, 0x1.aa252cp-1, 0x1.163f87cp-7, 0x1.6234d11p-9,
    -0x1.a2ced0ap-1, 0x1.25fa502p-4, 0x1.590216bp-6, -0x1.28797dcp-7, 0x1.7696a9fp-3, -0x1.11163e8p-2, 0x1.5738fe3p-3,
    0x1.c0f011bp-2, -0x1.7af7078p-1, 0x1.7a3e587p-5, 0x1.6866ccfp-4, 0x1.ca07b57p-3, -0x1.e050ecep-4, 0x1.9718291p-2,
    -0x1.e112e86p-3, -0x1.137e546p-2, -0x1.f7df78p-4, 0x1.dc8471fp-2, 0x1.c70afbdp-6, -0x1.54ff916p-3, -0x1.a0faf5ep-3,
    0x1.38fccffp-2, 0x1.de156f4p-4, -0x1.073a79fp-2, 0x1.61a832ep-4, -0x1.01b1be8p-2, 0x1.52a4c21p-4, 0x1.fd68e8cp-3,
    -0x1.955f88ep-1, 0x1.ae600edp-2, 0x1.480af01p-5, 0x1.98f2d0dp-1, -0x1.0f94a0fp-2, 0x1.3fad9e5p-3, -0x1.40a958cp-4,
    -0x1.38febcep-1, -0x1.3d12376p-4, 0x1.c14dbc2p-5, 0x1.d1d34dbp-2, -0x1.7f6e0fp-3, -0x1.f602dfbp-3, 0x1.1a2a3e4p-3,
    0x1.7ca5156p-3, -0x1.47e4119p-2, 0x1.144a069p-4, -0x1.2258678p-4, 0x1.17872adp-4, 0x1.fe1630fp-2, -0x1.58808bcp-1,
    0x1.321e936p-5, 0x1.1b1525ep-4, 0x1.8fe0af7p-3, -0x1.60c5fe2p-2, 0x1.3bac0b3p-2, -0x1.6893da4p-5, -0x1.d70fa6p-4, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.42c89d6p-5, 0x1.ac412d5p-5, -0x1.728cf6fp-5, 0x1.d4b1aaap-6, -0x1.336ad49p-4,
    0x1.337eb75p-3, 0x1.b5b7618p-3, -0x1.97626c8p-1, 0x1.a143703p-3, 0x1.d31029p-3, 0x1.8d9233ep-3, -0x1.bbac89ep-2,
    0x1.3a92ad6p-1, -0x1.8dc4d34p-3, -0x1.72bf027p-3, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.3a32702p-3, 0x1.8839799p-2,
    -0x1.2d25da7p-3, 0x1.e51d7cap-6, -0x1.ad119c3p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.4b31f6p-1, -0x1.f269d86p-4,
    0x1.b565c37p-3, -0x1.b97a148p-2, -0x1.3b02432p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d401[160] = {
    0x1.a0bf14ap-6, -0x1.02612a5p-5, -0x1.9368a78p-7, 0x1.8598f15p-9, 0x1.fa08eb4p-7, 0x1.28d9172p-6, 0x1.5ac3aeep-5,
    -0x1.5c2f66ep-7, -0x1.b174cbcp-4, 0x1.cac536dp-5, 0x1.36789a4p-6, 0x1.52654e1p-6, 0x1.cc3216ep-8, 0x1.2562217p-7,
    -0x1.c74dbf6p-5, 0x1.cc3ddacp-4, 0x1.427726cp-5, -0x1.f09129cp-3, 0x1.cc4f167p-5, 0x1.1b02b44p-5, 0x1.8b973cbp-9,
    -0x1.cc6c376p-8, -0x1.f42a13dp-7, 0x1.137f02bp-8, 0x1.edbadefp-7, 0x1.5493457p-5, -0x1.078a55ap-6, -0x1.4b7ce44p-6,
    -0x1.d49e7d7p-7, 0x1.285fdb7p-7, 0x1.08896eap-8, 0x1.877b1e7p-7, -0x1.87a256fp-6, 0x1.ec0b537p-7, -0x1.d10cf6ap-8,
    0x1.ad977c9p-5, 0x1.13e9c7ep-5, -0x1.f2a4c99p-3, 0x1.927bbep-4, 0x1.e41a65dp-5, -0x1.488c98fp-9, 0x1.3210b96p-17,
    -0x1.7598127p-6, 0x1.3d36d79p-7, 0x1.ffcfef5p-7, 0x1.3867206p-9, -0x1.3e579d9p-4, -0x1.9fb7d84p-11, -0x1.089a16cp-12,
    0x1.38dc6e5p-4, 0x1.3394626p-7, 0x1.68f8991p-9, -0x1.363122dp-10, 0x1.87eb8bp-6, -0x1.1db8de9p-5, 0x1.a5212b4p-5,
    0x1.136b99bp-3, -0x1.d0fc242p-3, 0x1.d019895p-7, 0x1.ba35385p-6, -0x1.c7ef8fp-7, 0x1.de1eb02p-8, -0x1.953ba22p-6,
    0x1.dedfc88p-7, 0x1.123bd95p-6, 0x1.7868318p-7, -0x1.63f8bdbp-5, -0x1.53edfc3p-9, 0x1.fd7867cp-7, 0x1.377eee4p-6,
    0x1.47780c3p-5, 0x1.f4342e4p-7, -0x1.136854dp-5, 0x1.720526bp-7, -0x1.0d9e0cap-5, 0x1.9f82da3p-6, 0x1.3884fep-4,
    -0x1.f16330cp-3, 0x1.080846p-3, 0x1.928108p-7, -0x1.97141e4p-5, 0x1.0e56ba6p-6, -0x1.3e376acp-7, 0x1.3f31fe8p-8,
    0x1.37905bfp-5, 0x1.d9b8ca8p-8, -0x1.4fa46a7p-8, -0x1.5bfc054p-5, 0x1.1e6ec89p-6, 0x1.770429ep-6, 0x1.2738655p-6,
    0x1.8e41b2bp-6, -0x1.570fd46p-5, 0x1.211294bp-7, -0x1.2fc7734p-7, 0x1.56fa23bp-6, 0x1.38ef4cap-3, -0x1.a6b3127p-3,
    0x1.779abcfp-7, 0x1.5b56ac7p-6, -0x1.8e0c9b1p-7, 0x1.5f290d2p-6, -0x1.3a3a882p-6, 0x1.66edc6ap-9, 0x1.d4e83eap-8, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.51b7e1cp-8, 0x1.c011b6ap-8, -0x1.83b2043p-8, 0x1.ea6131dp-9, -0x1.41a4169p-7,
    0x1.794acf4p-5, 0x1.0c8939bp-4, -0x1.f3daf3dp-3, 0x1.fffa04fp-5, 0x1.1e8a43ep-4, -0x1.8bc0d2bp-7, 0x1.b9a5316p-6,
    -0x1.392273ap-5, 0x1.8bf336dp-7, 0x1.710d07bp-7, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.48bbffdp-6, 0x1.9a5f3f2p-5,
    -0x1.3b14da1p-6, 0x1.fb8f84ap-9, -0x1.c0ebca4p-5, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.49ae473p-5, 0x1.f0226c9p-8,
    -0x1.b365c3dp-7, 0x1.b7754e6p-6, 0x1.399186cp-6, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const int32_t i15[12] = {
    1, 2, 3, 3, 3, 4, 4, 4, 4, 2, 1, 2,
};
static const int32_t i16[4] = {
    3, 4, 5, 3,
};
static const double d402[4] = {
    0x1.137d624p+2, 0x1.0fc0d97p+3, 0x1.4da82d3p+3, 0x1.f93ab59p+2,
};
static const double d403[160] = {
    -0x1.a2a9259p-2, 0x1.d4e59d9p-1, -0x1.b00f6a6p-3, -0x1.8763155p-5, -0x1.fc5bfb8p-3, -0x1.8d5f47ap-3, -0x1.d031326p-2,
    -0x1.e78a225p-6, 0x1.46de8a4p+0, -0x1.3310586p-1, 0x1.28bdcc2p-3, 0x1.436e5e5p-3, 0x1.980c905p-3, 0x1.1868c63p-4,
    -0x1.241b477p-1, 0x1.7719614p-2, 0x1.06cf963p-3, -0x1.94b45c8p-1, 0x1.77276cdp-3, 0x1.cd4f58dp-4, -0x1.a73f439p-2,
    -0x1.fbb29ecp-4, 0x1.b1ae32ap-1, -0x1.14c2f9dp-4, -0x1.efff77p-3, 0x1.c96de91p-1, -0x1.943f705p-2, -0x1.456d0eep-2,
    -0x1.58004d9p-4, -0x1.8cbcfe1p-4, -0x1.366fb9bp-1, 0x1.762b361p-4, 0x1.1ebbe29p-2, 0x1.d648f42p-4, 0x1.ec1a194p-4,
    0x1.5e1e8d6p-3, -0x1.6910983p-1, 0x1.5c55981p-6, 0x1.4806a08p-2, 0x1.8a8bdf5p-3, -0x1.b128447p-4, -0x1.8b8a0d7p-3,
    -0x1.44907ap-1, 0x1.2f113c5p+0, -0x1.0114e56p-2, -0x1.a231c96p-6, -0x1.77184eep-2, -0x1.727f635p-7, 0x1.389b41fp+0,
    -0x1.a2ced0ap-1, 0x1.25fa502p-4, 0x1.590216bp-6, 0x1.03daea8p-2, 0x1.7696a9fp-3, -0x1.0f1a7a7p-1, 0x1.5738fe3p-3,
    0x1.c0f011bp-2, -0x1.7af7078p-1, 0x1.7a3e587p-5, 0x1.6866ccfp-4, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.f7df78p-4,
    -0x1.7fc892bp-1, -0x1.7a9a0d9p-4, -0x1.5c2e1c9p-3, 0x1.2291a54p+0, -0x1.537d781p-2, 0x1.de156f4p-4, 0x1.ceaa3c9p-4,
    0x1.61a832ep-4, 0x1.fc700d7p-7, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.1a2a3e4p-3, 0x1.7ca5156p-3, 0x1.99e468p-3, 0x1.144a069p-4, -0x1.2eb62fcp-1, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const double d404[160] = {
    0x1.a0bf14ap-6, -0x1.d2c0becp-5, 0x1.ae15aa2p-7, 0x1.8598f15p-9, 0x1.fa08eb4p-7, 0x1.8bcc1edp-7, 0x1.ce5a3e8p-6,
    0x1.e59b7e8p-10, -0x1.4592e91p-4, 0x1.31d8cf3p-5, 0x1.36789a4p-6, 0x1.52654e1p-6, 0x1.aaedc5bp-6, 0x1.2562217p-7,
    -0x1.319f2fbp-4, 0x1.32d3e73p-5, 0x1.adf433bp-7, -0x1.4b0b712p-4, 0x1.32df645p-6, 0x1.7958f05p-7, 0x1.a54fd44p-6,
    0x1.f96054cp-8, -0x1.afb28cdp-5, 0x1.137f02bp-8, 0x1.edbadefp-7, -0x1.c79dd1bp-5, 0x1.92a54dcp-6, 0x1.4422e48p-6,
    0x1.56a34acp-8, 0x1.8b2a79fp-8, -0x1.44ccbe7p-4, 0x1.877b1e7p-7, 0x1.2c0027bp-5, 0x1.ec0b537p-7, 0x1.016f716p-6,
    0x1.1e64fdbp-6, -0x1.2759096p-4, 0x1.1cef34p-9, 0x1.0c527ebp-5, 0x1.42bc43ep-6, 0x1.af2d3b6p-8, 0x1.89bb0d2p-7,
    0x1.43148e4p-5, -0x1.2dae7a6p-4, 0x1.ffcfef5p-7, 0x1.a089807p-10, 0x1.759bc02p-6, 0x1.71077eap-11, -0x1.375e194p-4,
    0x1.a125e86p-5, 0x1.3394626p-7, 0x1.68f8991p-9, 0x1.0fe0d0cp-5, 0x1.87eb8bp-6, -0x1.1ba59c3p-4, 0x1.18c0c78p-6,
    0x1.6f3a224p-5, -0x1.35fd6d7p-4, 0x1.35665b9p-8, 0x1.26ce259p-7, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.f5e042p-8,
    0x1.7e43334p-5, 0x1.7919effp-8, 0x1.5accdc6p-7, -0x1.216ad85p-4, -0x1.63329e7p-5, 0x1.f4342e4p-7, 0x1.e4125a4p-7,
    0x1.720526bp-7, 0x1.09fb2a7p-9, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.2738655p-6, 0x1.8e41b2bp-6, 0x1.acdb723p-6, 0x1.211294bp-7, -0x1.3cb7b52p-4, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
};
static const int32_t i17[20] = {
    1, 1, 1, 1, 1, 1, 2, 3, 4, 1, 2, 2, 3, 3, 4, 3, 1, 1, 0, 0,
};
static const int32_t i18[4] = {
    8, 8, 6, 5,
};
static const int32_t i19[4] = {
    5, 5, 5, 3,
};
static const double d405[4] = {
    0x0p+0, 0x1.f562927p+2, 0x0p+0, 0x1.15508f5p+2,
};
static const double d406[160] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.6e6c1aep-2, 0x1.55771efp-2, -0x1.e78a225p-6, -0x1.fa4f376p-5, -0x1.3310586p-1,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.0a905d1p-11, 0x1.06cf963p-3, 0x1.927e705p-6, -0x1.1068d08p-2, 0x1.cd4f58dp-4,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.015110fp-3, 0x1.dcf86b7p-2, -0x1.4641201p-3, -0x1.58004d9p-4, -0x1.8cbcfe1p-4,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.2c5f6fap-4, -0x1.e224e56p-5, 0x1.5c55981p-6, -0x1.d3bd10cp-3, 0x1.8a8bdf5p-3,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.0d75ad8p-5, 0x1.7bbfce6p-1, 0x1.b7c4128p-6, 0x1.0f30db3p-6, -0x1.a2ced0ap-1,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.f8e80eap-5, -0x1.1521111p-2, 0x1.328a43cp-4, 0x1.7a3e587p-5, 0x1.6866ccfp-4,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.c9837fbp-5, 0x1.ead2ac4p-5, 0x1.dca683ap-4, -0x1.49bbce7p-4, -0x1.368ae59p-3,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.4cf97fdp-1, 0x1.558008fp-3, 0x1.7d18e44p-6, 0x1.ae600edp-2, 0x1.480af01p-5,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.56c1266p-5, -0x1.a612d72p-4, 0x1.5dd67fcp-2, -0x1.0b9cc47p-4, -0x1.0d24e81p-3,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.de20e0ep-5, -0x1.3a5cc08p-2, 0x1.231f10fp-3, 0x1.321e936p-5, 0x1.1b1525ep-4,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.d452d89p-2, -0x1.7a291abp-4, -0x1.d12d5ecp-4, 0x1.61327ffp-1, -0x1.b3c88f6p-6,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.01a7ee2p-4, -0x1.89329e8p-4, -0x1.9698cfep-1, -0x1.537a479p-4, 0x1.0931b53p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.ae5b3ffp-4, 0x1.a0f0fp-1,
    -0x1.6e04a37p-5, -0x1.15cc743p-1, -0x1.f3c64c9p-4, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0,
};
static const double d407[160] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.b5f6d0cp-7, -0x1.98226b5p-7, 0x1.235d4bfp-10, 0x1.2e94eb8p-9, 0x1.6f042bep-6,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.b41803fp-15, 0x1.adf433bp-7, 0x1.493c85cp-9, -0x1.bda82ebp-6, 0x1.7958f05p-7,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.338e671p-8, -0x1.1d0c4d4p-6, 0x1.85f424bp-8, 0x1.9b2a59bp-9, 0x1.da32f8cp-9,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.eb678f4p-8, -0x1.8a63bcp-8, 0x1.1cef34p-9, -0x1.7e9b1f3p-6, 0x1.42bc43ep-6,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.4211f3dp-10, -0x1.c5e4a1bp-6, -0x1.06d0575p-10, -0x1.4423a8cp-11,
    0x1.f493e3bp-6, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.9d024cdp-8, -0x1.c560dc9p-6, 0x1.f57e7ebp-8, 0x1.35665b9p-8,
    0x1.26ce259p-7, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.116b97ep-9, -0x1.25539fp-9, -0x1.1cdb5a6p-8, 0x1.8a1cb98p-9,
    0x1.732c991p-8, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.105ec8fp-4, 0x1.1758146p-6, 0x1.37bbf01p-9, 0x1.600b08p-5,
    0x1.0c56055p-8, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.99ace27p-10, 0x1.f87b24dp-9, -0x1.a224478p-7, 0x1.3fdcb58p-9,
    0x1.41b1694p-8, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.871ad34p-8, -0x1.012543ap-5, 0x1.dc44f2ep-7, 0x1.f4ce515p-9,
    0x1.cf1e3b4p-8, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.17e16bdp-6, 0x1.c3fe86p-9, 0x1.16000d1p-8, -0x1.a62830cp-6,
    0x1.046f0eep-10, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x1.33f639fp-9, 0x1.d5f7a25p-9, 0x1.e5fb8d6p-6, 0x1.95c23acp-9, -0x1.3cf8c82p-5, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.0130c68p-8,
    -0x1.f258b58p-6, 0x1.b57b25dp-10, 0x1.4c09881p-6, 0x1.2aad25cp-8, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, 0x0p+0,
};
static const int32_t i20[4] = {
    8, 8, 8, 8,
};
static const double d408[4] = {
    INFINITY, 0x1.f562927p+2, 0x1.a021eefp+3, 0x1.51defecp+2,
};
static const double d409[160] = {
    NAN, NAN, NAN, NAN, NAN, 0x1.6e6c1aep-2, 0x1.55771efp-2, -0x1.e78a225p-6, -0x1.fa4f376p-5, -0x1.3310586p-1, 0x1.5bfb6bp-4,
    0x1.436e5e5p-3, -0x1.8313f49p-2, 0x1.1868c63p-4, 0x1.110ee45p-4, -0x1.8f1e368p-4, 0x1.06cf963p-3, 0x1.927e705p-6,
    -0x1.5837f56p-3, 0x1.cd4f58dp-4, NAN, NAN, NAN, NAN, NAN, -0x1.015110fp-3, 0x1.dcf86b7p-2, -0x1.4641201p-3, -0x1.58004d9p-4,
    -0x1.8cbcfe1p-4, -0x1.db19c69p-2, 0x1.762b361p-4, 0x1.19ec6b7p-3, 0x1.d648f42p-4, 0x1.ec1a194p-4, 0x1.e2e863bp-8,
    0x1.7e9596ep-5, 0x1.5c55981p-6, -0x1.12699d9p-2, 0x1.8a8bdf5p-3, NAN, NAN, NAN, NAN, NAN, 0x1.0d75ad8p-5, 0x1.7bbfce6p-1,
    0x1.b7c4128p-6, 0x1.0f30db3p-6, -0x1.a2ced0ap-1, -0x1.46522d7p-4, 0x1.590216bp-6, -0x1.db187c4p-3, 0x1.7696a9fp-3,
    0x1.b9154c7p-4, -0x1.86b25fep-5, -0x1.0a573f1p-4, 0x1.328a43cp-4, -0x1.9a81438p-5, 0x1.6866ccfp-4, NAN, NAN, NAN, NAN, NAN,
    0x1.c9837fbp-5, 0x1.ead2ac4p-5, 0x1.dca683ap-4, -0x1.49bbce7p-4, -0x1.368ae59p-3, 0x1.bff8c28p-3, 0x1.de156f4p-4,
    -0x1.2132b25p-4, -0x1.1f1890fp-2, 0x1.fc700d7p-7, -0x1.ed6d699p-4, -0x1.12b45c6p-2, 0x1.7d18e44p-6, 0x1.4d3cca7p-2,
    0x1.480af01p-5, NAN, NAN, NAN, NAN, NAN, -0x1.56c1266p-5, -0x1.a612d72p-4, 0x1.5dd67fcp-2, -0x1.0b9cc47p-4, -0x1.0d24e81p-3,
    -0x1.a29278ep-3, 0x1.7ca5156p-3, 0x1.99e468p-3, -0x1.d212d5ap-3, 0x1.786f447p-5, -0x1.66dd064p-4, -0x1.496e332p-3,
    0x1.231f10fp-3, 0x1.30cc496p-5, 0x1.1b1525ep-4, NAN, NAN, NAN, NAN, NAN, -0x1.d452d89p-2, -0x1.7a291abp-4, -0x1.d12d5ecp-4,
    0x1.61327ffp-1, -0x1.b3c88f6p-6, -0x1.391d1f9p-2, 0x1.ac412d5p-5, 0x1.f375cf2p-5, -0x1.0db8fa2p-2, 0x1.d2df3a2p-2,
    -0x1.ad36c58p-2, -0x1.05f670ep-5, 0x1.3cbc704p-6, 0x1.a143703p-3, 0x1.d31029p-3, NAN, NAN, NAN, NAN, NAN, -0x1.01a7ee2p-4,
    -0x1.89329e8p-4, -0x1.9698cfep-1, -0x1.537a479p-4, 0x1.0931b53p+0, -0x1.20a2f79p-5, 0x1.8839799p-2, 0x1.6ed8798p-6,
    -0x1.686ccd1p-2, -0x1.2a5d52p-6, 0x1.8fea4ddp-8, -0x1.53bd583p-3, 0x1.0d19ce9p-6, 0x1.958d3dep-4, 0x1.6b50b42p-5, NAN, NAN,
    NAN, NAN, NAN, -0x1.ae5b3ffp-4, 0x1.a0f0fp-1, -0x1.6e04a37p-5, -0x1.15cc743p-1, -0x1.f3c64c9p-4, 0x1.3773d8fp-6,
    0x1.d91dd12p-4, 0x1.72018c5p-4, 0x1.76e02cep-3, -0x1.a1af2b6p-2, -0x1.accbff7p-2, -0x1.069765p-3, 0x1.2642a8p-3,
    0x1.6ed2cedp-2, 0x1.711c792p-5,
};
static const float f92[15] = {
    -0x1.f4c53p-2f, 0x1.1bb7dp-2f, -0x1.5cabf8p+1f, 0x1.488676p+2f, -0x1.803726p-1f, -0x1.2f77cp+1f, -0x1.16f322p+1f,
    -0x1.0e6354p+2f, -0x1.27688ap+1f, 0x1.1d454p-1f, -0x1.3bb64ap+0f, -0x1.0b821p+2f, -0x1.d36a2p+0f, 0x1.46cb8p-4f,
    -0x1.f6f18p+1f,
};
static const float f93[15] = {
    -0x1.dc6dap-2f, -0x1.479e66p+1f, -0x1.213c24p+1f, 0x1.b1722cp+1f, 0x1.f89e54p-4f, -0x1.8d0284p-1f, -0x1.db6f4cp+0f,
    -0x1.3bab2cp+1f, -0x1.fe8904p-1f, 0x1.55cb98p+0f, -0x1.6ff34ap+0f, -0x1.41a9dap+1f, -0x1.f07bb8p-3f, 0x1.2206b2p+1f,
    -0x1.118998p+1f,
};
static const double d410[15] = {
    -0x1.9f70017p-9, 0x1.834a015p-2, -0x1.fb31bd7p-5, 0x1.dd05df8p-3, -0x1.dd1cbdep-4, -0x1.b3a8cc2p-3, -0x1.5fd978bp-5,
    -0x1.e03aa3cp-3, -0x1.65eb47ap-3, -0x1.a8dff06p-4, 0x1.bdc445dp-6, -0x1.c726fd5p-3, -0x1.b060b5cp-3, -0x1.2a77d44p-2,
    -0x1.e96634ep-3,
};
static const double d411[15] = {
    -0x1.111112p-4, 0x1.111112p-4, -0x1.111112p-4, 0x1.111112p-4, -0x1.111112p-4, -0x1.111112p-4, -0x1.111112p-4,
    -0x1.111112p-4, -0x1.111112p-4, -0x1.111112p-4, 0x1.111112p-4, -0x1.111112p-4, -0x1.111112p-4, -0x1.111112p-4,
    -0x1.111112p-4,
};
static const double d412[15] = {
    -0x1.9f70017p-10, 0x1.111112p-4, -0x1.fb31bd7p-6, 0x1.111112p-4, -0x1.dd1cbdep-5, -0x1.111112p-4, -0x1.5fd978bp-6,
    -0x1.111112p-4, -0x1.111112p-4, -0x1.a8dff06p-5, 0x1.bdc445dp-7, -0x1.111112p-4, -0x1.111112p-4, -0x1.111112p-4,
    -0x1.111112p-4,
};
static const double d413[15] = {
    -0x1.9f5bfa4p-10, 0x1.0f32333p-4, -0x1.d9a1d1ap-6, 0x1.00f644ap-4, -0x1.800b9bdp-5, -0x1.f6fa12cp-5, -0x1.542a0bp-6,
    -0x1.015332p-4, -0x1.d81c94fp-5, -0x1.63d3cefp-5, 0x1.b7ae543p-7, -0x1.fc855e7p-5, -0x1.f5f82e9p-5, -0x1.0a41ffbp-4,
    -0x1.0251e6dp-4,
};
static const float f94[3] = {
    0x1.3573c8p-1f, 0x1.2b8022p+0f, 0x1.2de994p+0f,
};
static const double d414[15] = {
    -0x1.f62e148p-10, 0x1.d4277b6p-3, -0x1.328c35fp-5, 0x1.204fe9ep-3, -0x1.205dbc5p-4, -0x1.fdb0336p-3, -0x1.9ba31a5p-5,
    -0x1.18ea6c7p-2, -0x1.a2bcf0cp-3, -0x1.f11234ep-4, 0x1.06db3f4p-5, -0x1.0c64104p-2, -0x1.fdec36dp-3, -0x1.5fff378p-2,
    -0x1.2095da1p-2,
};
static const double d415[15] = {
    -0x1.9f70017p-10, 0x1.111112p-5, -0x1.fb31bd7p-6, 0x1.111112p-5, -0x1.111112p-5, -0x1.111112p-5, -0x1.5fd978bp-6,
    -0x1.111112p-5, -0x1.111112p-5, -0x1.111112p-5, 0x1.bdc445dp-7, -0x1.111112p-5, -0x1.111112p-5, -0x1.111112p-5,
    -0x1.111112p-5,
};
static const float f95[24] = {
    -0x1.9d9b84p-3f, -0x1.bc4994p-1f, 0x1.1d68fp+0f, -0x1.079c3cp-1f, -0x1.5d0a8p+1f, 0x1.a5fc9p+0f, -0x1.146a6ep+0f,
    0x1.509824p-1f, 0x1.e1229ap+1f, -0x1.5ec2d8p-4f, 0x1.f222e8p+0f, 0x1.63e4bap-1f, 0x1.1c3e7ap-1f, -0x1.3ce23cp+0f,
    -0x1.cb814ep+0f, -0x1.2038ccp-2f, -0x1.b0936cp-1f, 0x1.69a1dcp-1f, 0x1.df9ef2p-2f, 0x1.250e46p+1f, 0x1.379b42p-3f,
    -0x1.01b34ep+1f, -0x1.bafe08p+0f, 0x1.0ba082p+1f,
};
static const float f96[24] = {
    0x1.e21a2p-1f, -0x1.a4f07ep+0f, -0x1.0ae3fp+0f, 0x1.60343p+1f, -0x1.d53056p-1f, 0x1.198988p+0f, 0x1.0830aap+1f,
    0x1.52fa9ap+0f, -0x1.384198p+1f, -0x1.c3c88ap+1f, 0x1.99a1d2p-1f, 0x1.c81f84p-1f, 0x1.ae92e8p+0f, -0x1.d19a6ep+1f,
    -0x1.b7d09cp+0f, -0x1.8e52fcp-1f, 0x1.4d7fe6p-2f, 0x1.3b3dacp-4f, -0x1.1f431cp+0f, 0x1.e0c4ep-3f, 0x1.7a9ba6p+1f,
    0x1.253b38p+0f, 0x1.c7653cp-1f, -0x1.64dd76p-3f,
};
static const double d416[24] = {
    -0x1.8656017p-4, 0x1.090f9b3p-4, 0x1.703340cp-3, -0x1.16bcd53p-2, -0x1.34fde3fp-3, 0x1.7688161p-5, -0x1.0c43ebep-2,
    -0x1.c726c0ep-5, 0x1.0876bbep-1, 0x1.25e1a2cp-2, 0x1.8717ff7p-4, -0x1.0b47708p-6, -0x1.809a3a1p-4, 0x1.998c6b7p-3,
    -0x1.a40ed62p-8, 0x1.52f3735p-5, -0x1.8f8ceacp-4, 0x1.ada2dedp-5, 0x1.0f71e63p-3, 0x1.5ead4b6p-3, -0x1.ded7ee2p-3,
    -0x1.0d8b473p-2, -0x1.bf206f9p-3, 0x1.8293229p-3,
};
static const float f97[15] = {
    0x1.3b274ap+2f, 0x1.1a89f2p+2f, 0x1.3babfp+2f, 0x1.c07098p-3f, 0x1.2ef1d2p+2f, 0x1.4b9df8p-1f, 0x1.d38a6ep+0f,
    0x1.fdc196p+1f, 0x1.f5588ap+0f, 0x0p+0f, 0x1.55fba4p+1f, 0x1.386a0ap+2f, 0x1.2cdf56p+1f, 0x1.597ae2p-3f, 0x1.f80b36p+0f,
};
static const float f98[15] = {
    0x1p+2f, 0x0p+0f, 0x1.8p+1f, 0x1p+0f, 0x1p+1f, 0x1.8p+2f, 0x1.4p+2f, 0x1p+2f, 0x1.8p+2f, 0x1.4p+2f, 0x1p+1f, 0x0p+0f,
    0x1p+2f, 0x1.4p+2f, 0x1p+0f,
};
static const double d417[15] = {
    0x1.9a07fbap-7, 0x1.111112p-4, 0x1.abebb02p-6, -0x1.e701b2cp-3, 0x1.3b61a23p-5, -0x1.1a1146fp-1, -0x1.da8414ap-4,
    -0x1.33b36e9p-12, -0x1.19c5672p-3, -0x1.96e6ab8p+21, 0x1.129f752p-6, 0x1.111112p-4, -0x1.7f3b499p-5, -0x1.e8c9a6ap+0,
    0x1.0cc1a3cp-5,
};
static const float f99[15] = {
    0x1.4c79aep-2f, 0x1.8c2c04p-1f, 0x1.4ba5dep-3f, 0x1.839e3ap-1f, 0x1.595acap-1f, 0x1.716198p-2f, 0x1.059664p-2f,
    0x1.1204b6p-1f, 0x1.9c48e8p-1f, 0x1.118daep-1f, 0x1.26f8bep-3f, 0x1.b95f7ep-3f, 0x1.cb41ccp-2f, 0x1.64f228p-1f,
    0x1.9135cep-1f,
};
static const float f100[15] = {
    0x1.a5a78ap-1f, 0x1.fdf728p-2f, 0x1.88c82p-3f, 0x1.593b8p-1f, 0x1.1ace9p-3f, 0x1.09d72p-4f, 0x1.3b8c3p-1f, 0x1.4403f2p-1f,
    0x1.62c8e6p-1f, 0x1.f73bf2p-1f, 0x1.c028ccp-1f, 0x1.6a96p-2f, 0x1.9e9a8p-1f, 0x1.07e3dp-4f, 0x1.a54032p-1f,
};
static const double d418[15] = {
    -0x1.36a2ad5p-3, 0x1.ae2c2aep-4, -0x1.e07e0e1p-7, 0x1.eba6735p-6, 0x1.4d9b3dcp-3, 0x1.5e4bbc3p-4, -0x1.0308799p-3,
    -0x1.acc3e7cp-6, 0x1.871757ap-5, -0x1.ec4cd79p-4, -0x1.94ef225p-2, -0x1.bfa1174p-5, -0x1.8ed8892p-4, 0x1.992dfddp-3,
    -0x1.f8465ccp-7,
};
static const float f101[15] = {
    0x1p+0f, 0x0p+0f, 0x1p+0f, 0x1p+0f, 0x1p+0f, 0x1p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x1p+0f, 0x0p+0f,
    0x0p+0f, 0x0p+0f,
};
static const double d419[15] = {
    -0x1.663e704p-3, 0x1.06c370fp-2, -0x1.73428dbp-2, -0x1.a86f5d9p-5, -0x1.1873651p-4, -0x1.3f4a79ap-3, -0x1.ceaef23p-3,
    0x1.ddb667ap-4, -0x1.49faed7p-5, 0x1.dc98431p-4, -0x1.a29ae52p-2, -0x1.146232ep-2, 0x1.80baedcp-4, 0x1.822cb45p-3,
    0x1.13398b4p-2,
};
static const double d420[15] = {
    -0x1.fc50a6ep-4, 0x1.6cc5014p-3, -0x1.fd954bbp-3, -0x1.b4007a5p-5, -0x1.e95bc16p-5, -0x1.bad0698p-3, -0x1.38a4b9cp-2,
    0x1.57a7bap-3, -0x1.8cbbcb9p-4, 0x1.56fc2dp-3, -0x1.177df45p-1, -0x1.7592566p-2, 0x1.23f6b39p-3, 0x1.09d9926p-2,
    0x1.7410dadp-2,
};
static const float f102[8] = {
    0x0p+0f, 0x0p+0f, 0x1p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x1.5798eep-27f, 0x1.4f8b58p-17f,
};
static const float f103[8] = {
    0x0p+0f, 0x1p+0f, 0x0p+0f, 0x1p+0f, 0x1p-1f, 0x1p-1f, 0x1p+0f, 0x1p+0f,
};
static const double d421[8] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.86a000ap+13,
};
static const float f104[15] = {
    -0x1.e18e2ap+0f, 0x1.bf24aap+0f, 0x1.0125f6p+2f, 0x1.28684cp+1f, -0x1.b6b728p+0f, -0x1.1d779ap-2f, 0x1.2fb076p+0f,
    -0x1.04bbcap+0f, 0x1.43f1ap-2f, 0x1.dcd4cap-1f, -0x1.59131p-2f, -0x1.0bf9p+1f, 0x1.35bffep-1f, -0x1.99e4ecp-2f,
    0x1.c87352p-1f,
};
static const double d422[15] = {
    -0x1.7987bd1p-5, 0x1.8222888p-6, 0x1.afbd829p-5, 0x1.01a65fap-6, 0x1.fdfda72p-11, 0x1.8f9b72fp-6, 0x1.472ebeap-7,
    -0x1.916e56ep-6, -0x1.f446c28p-8, -0x1.2209d2ep-6, -0x1.f5194c2p-6, -0x1.0ae8583p-6, -0x1.6407abap-7, 0x1.6fe4e1ep-6,
    -0x1.f020e06p-8,
};
static const double d423[15] = {
    -0x1.a349158p-5, 0x1.9a6f8a2p-5, 0x1.67b2473p-8, 0x1.636208ap-11, -0x1.9822e1p-5, -0x1.0045629p-5, -0x1.248f9c4p-7,
    0x1.6926844p-7, -0x1.5f3c265p-6, 0x1.51268e7p-5, -0x1.080862bp-5, -0x1.af983acp-5, 0x1.2a9f796p-5, 0x1.4909bd1p-6,
    0x1.4cb46c9p-5,
};
static const double d424[15] = {
    -0x1.20712ebp-4, 0x1.18bf5dap-4, -0x1.268aec8p-20, -0x1.26ab638p-13, -0x1.16a09cap-4, -0x1.ca4a156p-6, -0x1.3312399p-9,
    0x1.b9e13acp-9, -0x1.9987fccp-7, 0x1.925406ep-5, -0x1.e83c183p-6, -0x1.29a2d19p-4, 0x1.3bbd0e2p-5, 0x1.6522758p-7,
    0x1.8820911p-5,
};
static const double d425[15] = {
    -0x1.32d2f8ap-5, 0x1.8694409p-8, 0x1.30e4ce1p-5, 0x1.bf83df5p-11, 0x1.571e1f3p-10, 0x1.88f2bbcp-7, 0x1.4e12c45p-13,
    -0x1.7724178p-7, -0x1.67557d1p-8, -0x1.0e74744p-8, -0x1.59949a9p-6, -0x1.32be22ep-10, -0x1.8dcd075p-8, 0x1.4a011c7p-7,
    -0x1.170c96bp-8,
};
static const double d426[15] = {
    -0x1.20712ebp-6, 0x1.a51f0c7p-5, -0x1.268aec8p-22, -0x1.26ab638p-15, -0x1.16a09cap-6, -0x1.ca4a156p-8, -0x1.3312399p-11,
    0x1.4b68ec1p-9, -0x1.9987fccp-9, 0x1.2dbf052p-5, -0x1.e83c183p-8, -0x1.29a2d19p-6, 0x1.d99b953p-6, 0x1.0bd9d82p-7,
    0x1.26186cdp-5,
};
static const float f105[15] = {
    0x1p+0f, -0x1p+0f, -0x1p+0f, 0x1p+0f, -0x1p+0f, 0x1p+0f, -0x1p+0f, -0x1p+0f, -0x1p+0f, -0x1p+0f, 0x1p+0f, -0x1p+0f, 0x1p+0f,
    -0x1p+0f, -0x1p+0f,
};
static const double d427[15] = {
    -0x1.111112p-4, 0x1.111112p-4, 0x1.111112p-4, -0x0p+0, 0x0p+0, -0x1.111112p-4, 0x1.111112p-4, 0x0p+0, 0x1.111112p-4,
    0x1.111112p-4, -0x1.111112p-4, 0x0p+0, -0x1.111112p-4, 0x1.111112p-4, 0x1.111112p-4,
};
static const double d428[15] = {
    -0x1.895ce4p-2, 0x1.77027ep-2, 0x1.568ee6p-1, -0x0p+0, 0x0p+0, -0x1.5d30f6p-3, 0x1.2a8042p-2, 0x0p+0, 0x1.6773a4p-3,
    0x1.07b036p-2, -0x1.6d1628p-3, 0x0p+0, -0x1.af777ep-5, 0x1.4785eap-4, 0x1.0240e4p-2,
};
static const float f106[15] = {
    0x1.164f0cp-9f, 0x1.473ff8p-4f, 0x1.8c755cp-1f, 0x1.210d4ep-3f, 0x1.490168p-9f, 0x1.754f6cp-4f, 0x1.93e78ap-2f,
    0x1.645332p-5f, 0x1.52747p-3f, 0x1.38fffcp-2f, 0x1.fa2778p-4f, 0x1.5d8762p-6f, 0x1.4492fep-2f, 0x1.db1b7ap-4f,
    0x1.b043dp-2f,
};
static const float f107[15] = {
    0x1.d9ba84p-4f, 0x1.605bc8p-4f, 0x1.b4f5a8p-3f, 0x1.9f71ccp-3f, 0x1.8746b2p-2f, 0x1.e2bbbp-5f, 0x1.d73d5ap-2f,
    0x1.84b1f2p-6f, 0x1.cabbaep-2f, 0x1.2c8c38p-7f, 0x1.26386cp-1f, 0x1.589026p-2f, 0x1.0a604ap-5f, 0x1.abc4e8p-6f,
    0x1.ef6abep-6f,
};
static const double d429[15] = {
    -0x1.2280e6cp+4, -0x1.6f85c65p-2, -0x1.7833fc4p-4, -0x1.ea96352p-2, -0x1.95eff22p+5, -0x1.b96222ap-3, -0x1.8e3cbep-2,
    -0x1.7457702p-3, -0x1.cea274p-1, -0x1.47c101dp-7, -0x1.8cd31dbp+0, -0x1.507be89p+2, -0x1.1821595p-5, -0x1.3352f0ep-4,
    -0x1.873361p-6,
};
static const double d430[15] = {
    -0x1.b3c1594p+5, -0x1.13a4543p+0, -0x1.1a26fcap-2, -0x1.6ff0a72p+0, -0x1.3073f5p+7, -0x1.4b09995p-1, -0x1.2aad8dep+0,
    -0x1.1741939p-1, -0x1.5af9d65p+1, -0x1.eba181dp-6, -0x1.299e55bp+2, -0x1.f8b9dbep+3, -0x1.a432053p-4, -0x1.ccfc686p-3,
    -0x1.2566883p-4,
};
static const double d431[15] = {
    -0x1.5f28f96p+3, -0x1.bc42b09p-3, -0x1.c6c0e4cp-5, -0x1.2882977p-2, -0x1.eab2373p+4, -0x1.0231451p-2, -0x1.d1e8453p-2,
    -0x1.b39c7d2p-3, -0x1.0e9fa61p+0, -0x1.7f72793p-7, -0x1.d3fe4b8p+0, -0x1.8cd4b3cp+2, -0x1.4a5ece5p-5, -0x1.6a70ed6p-4,
    -0x1.cd5c58fp-6,
};
static const float f108[24] = {
    0x1.a8b672p-1f, 0x1.5b893ep-4f, 0x1.fc6376p-1f, 0x1.3428ep-1f, 0x1.1f01b8p-2f, 0x1.ad3dd6p-1f, 0x1.7c499ep-2f,
    0x1.f9ebeap-3f, 0x1.4f7926p-2f, 0x1.f46e68p-1f, 0x1.f01baep-1f, 0x1.458e68p-1f, 0x1.e150d6p-2f, 0x1.cd20e8p-3f,
    0x1.7a428p-2f, 0x1.0fa1e2p-4f, 0x1.02f71ep-4f, 0x1.198acp-1f, 0x1.c33a88p-1f, 0x1.219948p-1f, 0x1.1f9202p-3f, 0x1.83ecbp-2f,
    0x1.a2177cp-1f, 0x1.42c8a4p-1f,
};
static const float f109[24] = {
    0x1.381af6p-1f, 0x1.7aac84p-4f, 0x1.8ea8aep-2f, 0x1.d83e7ep-1f, 0x1.60c21ap-2f, 0x1.39fb68p-2f, 0x1.0a7ecp-3f,
    0x1.9177acp-1f, 0x1.56f9d8p-1f, 0x1.dd613ep-2f, 0x1.bc40cap-1f, 0x1.9d298cp-1f, 0x1.909bd4p-1f, 0x1.98dc1ap-1f,
    0x1.db438p-2f, 0x1.70131cp-2f, 0x1.21a004p-2f, 0x1.2b3444p-1f, 0x1.2dc39cp-3f, 0x1.697c8p-2f, 0x1.c0443cp-3f,
    0x1.5fc032p-1f, 0x1.6a6972p-1f, 0x1.cfffd2p-3f,
};
static const double d432[24] = {
    -0x1.f5aa7ddp-4, -0x1.73ea56fp-3, -0x1.0ba91d3p-4, -0x1.058a72dp-2, -0x1.a387de9p-3, -0x1.f35b95p-5, -0x1.de64e58p-5,
    -0x1.0edc531p-1, -0x1.5cf7951p-2, -0x1.459c479p-4, -0x1.31a7ebp-3, -0x1.b12f568p-3, -0x1.1c193a3p-2, -0x1.2ea4b0bp-1,
    -0x1.acde17ap-3, -0x1.ce85d46p-1, -0x1.7dbeb3ap-1, -0x1.6abf172p-3, -0x1.c88a74p-6, -0x1.aa1025fp-4, -0x1.0a094cep-2,
    -0x1.3581107p-2, -0x1.27e03a4p-3, -0x1.eaaa091p-5,
};
static const float f110[15] = {
    0x1.164f0cp-9f, 0x0p+0f, 0x1.8c755cp-1f, 0x1.210d4ep-3f, 0x1.490168p-9f, 0x1.754f6cp-4f, 0x1.93e78ap-2f, 0x0p+0f,
    0x1.52747p-3f, 0x1.38fffcp-2f, 0x1.fa2778p-4f, 0x1.5d8762p-6f, 0x1.4492fep-2f, 0x1.db1b7ap-4f, 0x1.b043dp-2f,
};
static const float f111[15] = {
    0x1.d9ba84p-4f, 0x1.605bc8p-4f, 0x1.b4f5a8p-3f, 0x1.9f71ccp-3f, 0x1.8746b2p-2f, 0x1.e2bbbp-5f, 0x1.d73d5ap-2f, 0x0p+0f,
    0x1.cabbaep-2f, 0x1.2c8c38p-7f, 0x1.26386cp-1f, 0x1.589026p-2f, 0x1.0a604ap-5f, 0x0p+0f, 0x1.ef6abep-6f,
};
static const double d433[15] = {
    -0x1.2280e6cp+4, 0x0p+0, -0x1.7833fc4p-4, -0x1.ea96352p-2, -0x1.95eff22p+5, -0x1.b96222ap-3, -0x1.8e3cbep-2, 0x0p+0,
    -0x1.cea274p-1, -0x1.47c101dp-7, -0x1.8cd31dbp+0, -0x1.507be89p+2, -0x1.1821595p-5, -0x1.3490ac5p-22, -0x1.873361p-6,
};
static const float f112[20] = {
    0x1.319046p-1f, 0x1.9dcddap-1f, 0x1.3feba8p-1f, 0x1.a91b92p-2f, 0x1.8a05bep-1f, 0x1.2c22ecp-1f, 0x1.935938p-1f,
    0x1.c5e168p-3f, 0x1.acec1ap-1f, 0x1.254582p-1f, 0x1.2c5d1ap-3f, 0x1.503926p-1f, 0x1.9a613ep-3f, 0x1.dfea1cp-1f,
    0x1.4283d4p-1f, 0x1.44898cp-3f, 0x1.0cf7d8p-1f, 0x1.de76fep-2f, 0x1.5dd538p-2f, 0x1.344c2p-4f,
};
static const float f113[20] = {
    0x1.a2d202p-5f, 0x1.3a0d1ep-5f, 0x1.354dd6p-4f, 0x1.890e3cp-3f, 0x1.4944c4p-1f, 0x1.36f9b6p-3f, 0x1.f552e4p-5f,
    0x1.d12dp-3f, 0x1.08aac4p-1f, 0x1.5f65fap-5f, 0x1.529f8p-3f, 0x1.18695ep-1f, 0x1.b534e6p-5f, 0x1.47508cp-4f, 0x1.3ac58ap-3f,
    0x1.23331ap-6f, 0x1.8c843p-5f, 0x1.d0cefcp-1f, 0x1.6d5188p-8f, 0x1.4e90aep-6f,
};
static const double d434[4] = {
    0x1.932e206p+0, 0x1.a76e29bp+0, 0x1.a76d18dp+0, 0x1.43633bdp+0,
};
static const double d435[20] = {
    -0x1.352eed4p-2, -0x1.699f5bdp-2, -0x1.04ebe95p-2, 0x1.9ed2f64p-3, 0x1.67c190bp-1, -0x1.93adef8p-4, -0x1.5d8102cp-2,
    0x1.da72214p-1, 0x1.85d8814p-2, -0x1.615574dp-2, -0x1.e1cd4eep-2, -0x1.2262061p-2, 0x1.4003a87p-4, 0x1.8c52106p-3,
    0x1.7a55255p-4, 0x1.b6a9712p-2, 0x1.c75ef27p-2, -0x1.104e4dcp+0, 0x1.0353123p-1, 0x1.31d926fp-2,
};
static const double d436[20] = {
    0x1.cda783ep-5, 0x1.0dfa0b5p-4, 0x1.8597bb6p-5, -0x1.35b20a4p-5, -0x1.0c95567p-3, 0x1.2d8f486p-6, 0x1.0516dp-4,
    -0x1.626c94bp-3, -0x1.2339bc8p-4, 0x1.07f33b8p-4, -0x1.7a12126p-3, -0x1.c7ba45ap-4, 0x1.f63b2f4p-6, 0x1.36fe43ap-4,
    0x1.28e0c78p-5, 0x1.0d1dba7p-3, 0x1.175df2fp-3, -0x1.4e1d9bdp-2, 0x1.3e300bfp-3, 0x1.77458e7p-4,
};
static const float f114[20] = {
    0x0p+0f, 0x1p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x1p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x0p+0f, 0x1p-1f, 0x1p-1f, 0x0p+0f,
    0x0p+0f, 0x1.12e0bep-30f, 0x1p-2f, 0x1p-2f, 0x1p-2f, 0x1p-3f, 0x1p-3f,
};
static const double d437[4] = {
    0x1.f00187ep+3, 0x1.b5761c3p+3, 0x1.47aa3d3p+2, 0x1.678104ep+0,
};
static const double d438[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.f2ee4e2p-3, -0x1.f2ee4e4p-3,
    0x1.d13b256p-2, 0x1.d13b256p-2, 0x1.d13b256p-2, 0x1.839dc85p-1, 0x1.507de5ep-1, -0x1.128025fp+1, 0x1.8eac884p-1,
    0x1.5d1d4abp-1,
};
static const double d439[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.8782fbfp-4, -0x1.8782fc1p-4,
    0x1.6d113ep-3, 0x1.6d113ep-3, 0x1.6d113ep-3, 0x1.db999d1p-3, 0x1.9cdef45p-3, -0x1.50cefbfp-1, 0x1.e92ae7dp-3,
    0x1.ac5bd4dp-3,
};
static const double d440[4] = {
    0x1.67f8fe8p+0, 0x1.a99575cp+0, 0x1.6176d75p+1, 0x1.45d0d8ep+0,
};
static const double d441[20] = {
    -0x1.7cb7b3ep-2, 0x1.1ba8d23p+0, -0x1.7ec7c4bp-2, -0x1.689aa82p-2, -0x1.87096ddp-2, -0x1.993839bp-2, -0x1.a52fd7fp-2,
    -0x1.4c48a3ep-2, -0x1.a743052p-2, 0x1.b46b5d6p+0, -0x1.dfe51cfp+1, 0x1.d3d4285p-3, 0x1.7953298p-3, 0x1.dfba781p-3,
    0x1.d223b3dp-3, 0x1.aaef7bp-2, 0x1.f47e438p-2, -0x1.15bd922p+0, 0x1.e368b3dp-2, 0x1.3681fefp-2,
};
static const double d442[20] = {
    0x1.1c3b89dp-4, -0x1.a78b2c2p-3, 0x1.1dc5c6dp-4, 0x1.0d37697p-4, 0x1.23efc6p-4, 0x1.31b2c8dp-4, 0x1.3aa3646p-4,
    0x1.f07346ap-5, 0x1.3c30321p-4, -0x1.4604713p-2, -0x1.7892fc1p+0, 0x1.6f1b13dp-4, 0x1.281656dp-4, 0x1.7871859p-4,
    0x1.6dc7babp-4, 0x1.05ec0b8p-3, 0x1.330c9acp-3, -0x1.54c8accp-2, 0x1.2891743p-3, 0x1.7cfd28ep-4,
};
static const double d443[20] = {
    0x1.1c3b89dp-2, -0x1.a78b2c2p-1, 0x1.1dc5c6dp-2, 0x1.0d37697p-2, 0x1.23efc6p-2, 0x1.31b2c8dp-2, 0x1.3aa3646p-2,
    0x1.f07346ap-3, 0x1.3c30321p-2, -0x1.4604713p+0, -0x1.7892fc1p+2, 0x1.6f1b13dp-2, 0x1.281656dp-2, 0x1.7871859p-2,
    0x1.6dc7babp-2, 0x1.05ec0b8p-1, 0x1.330c9acp-1, -0x1.54c8accp+0, 0x1.2891743p-1, 0x1.7cfd28ep-2,
};
static const float f115[4] = {
    0x1.85cf9ep-1f, 0x1.3dc318p-1f, 0x1.649b76p+0f, 0x1.4a730cp+0f,
};
static const double d444[4] = {
    0x1.32f6092p+0, 0x1.06cb0d2p+0, 0x1.26ea6c6p+1, 0x1.a16f3fep+0,
};
static const double d445[20] = {
    -0x1.d6cb0e4p-3, -0x1.135236dp-2, -0x1.8d4e155p-3, 0x1.3bd37e7p-3, 0x1.11e6723p-1, -0x1.f51204ep-5, -0x1.b1d31a7p-3,
    0x1.2674725p-1, 0x1.e3e6309p-3, -0x1.b69416dp-3, -0x1.4f930b8p-1, -0x1.9480a7bp-2, 0x1.bdc76bfp-4, 0x1.1409659p-2,
    0x1.078213fp-3, 0x1.1b1dc74p-1, 0x1.25e684cp-1, -0x1.5f7f503p+0, 0x1.4ebd9ffp-1, 0x1.8acb5f1p-2,
};
static const double d446[20] = {
    0x1.5f7af96p-5, 0x1.9b17e71p-5, 0x1.289dc2fp-5, -0x1.d792b3bp-6, -0x1.98f8beep-4, 0x1.76503d1p-7, 0x1.4414387p-5,
    -0x1.b7ee8e1p-4, -0x1.697c6ebp-5, 0x1.47a157bp-5, -0x1.07535c6p-2, -0x1.3d69e46p-3, 0x1.5dcda58p-5, 0x1.b136715p-4,
    0x1.9d8cde5p-5, 0x1.5b61434p-3, 0x1.689ca78p-3, -0x1.af4851dp-2, 0x1.9ab8edep-3, 0x1.e4684f7p-4,
};
static const float f116[20] = {
    0x1.79f64ep+1f, 0x1.bf2e04p+0f, 0x1.89c34ep+1f, -0x1.327fb2p-1f, -0x1.0448f8p-5f, 0x1.7cc94ap-1f, 0x1.8e29eap-1f,
    0x1.48ddcep-1f, 0x1.0d3ebap+0f, -0x1.ff3beap-1f, -0x1.e2fd3ap+1f, -0x1.1e8ff2p+1f, -0x1.1f76d2p-1f, 0x1.60708ep-1f,
    -0x1.957016p-3f, -0x1.05fa2cp-2f, -0x1.a3ec52p-1f, 0x1.ad841cp+0f, -0x1.1040aap-4f, -0x1.6f27b8p+0f,
};
static const double d447[4] = {
    0x1.c7735f6p+1, 0x1.6f4af12p+0, 0x1.8e3d68ap+1, 0x1.31e6062p-1,
};
static const double d448[20] = {
    -0x1.dc5468cp-2, -0x1.bc10c8dp-4, -0x1.01566ffp-1, 0x1.ef22461p-3, 0x1.ab3a2bfp-1, -0x1.88fd01dp-4, -0x1.d228ecbp-3,
    0x1.1411522p-5, 0x1.23ad4fbp-2, 0x1.490f376p-8, -0x1.9e73a33p-4, -0x1.5189e15p-2, 0x1.1cba5e2p-4, 0x1.3dc8828p-2,
    0x1.a17d804p-5, 0x1.1281bf8p-4, 0x1.c499ca1p-8, -0x1.691a99p-3, 0x1.80d4eb8p-4, 0x1.14a7535p-7,
};
static const double d449[20] = {
    0x1.639d20fp-4, 0x1.4b86bc4p-6, 0x1.803dd04p-4, -0x1.71a704cp-5, -0x1.3ef48efp-3, 0x1.2592b8bp-6, 0x1.5c3bfb6p-5,
    -0x1.9c75d95p-8, -0x1.b3c8146p-5, -0x1.eba20cp-11, -0x1.4538832p-5, -0x1.08ddefap-3, 0x1.beda514p-6, 0x1.f2bad2cp-4,
    0x1.479ae71p-6, 0x1.50d0f28p-6, 0x1.15aae2ap-9, -0x1.bb11d42p-5, 0x1.d82ef0dp-6, 0x1.5373458p-9,
};
static const double d450[20] = {
    0x1.837c802p-4, -0x1.99f894p-3, 0x1.b91664bp-4, -0x1.18e8b4ap-9, 0x1.2c46d0dp-15, 0x1.a0cd506p-5, 0x1.b09af26p-5,
    0x1.74a882cp-5, 0x1.22f69cfp-4, -0x1.c2ff7fdp-3, -0x1.d3b07e4p-3, 0x1.537f6dp-9, 0x1.23c49f5p-5, 0x1.180a0a1p-3,
    0x1.b59d3aap-5, 0x1.47b233ap-6, 0x1.2e17de2p-7, -0x1.d3fedacp-5, 0x1.9d1883ep-6, 0x1.613877fp-9,
};
static const float f117[24] = {
    0x1.2ae802p-1f, 0x1.cbc92ap-5f, 0x1.af7e98p-3f, 0x1.ddf27cp-3f, 0x1.28b062p-1f, 0x1.b439d4p-4f, 0x1.adf5bcp-1f,
    0x1.c64dc4p-3f, 0x1.479fc4p-1f, 0x1.e983d6p-1f, 0x1.6e0e34p-2f, 0x1.deed98p-1f, 0x1.befc5ap-4f, 0x1.225adcp-1f,
    0x1.3ba144p-4f, 0x1.dabf82p-2f, 0x1.f6e11ep-1f, 0x1.c563b4p-1f, 0x1.246e16p-1f, 0x1.3af156p-2f, 0x1.8f708cp-1f,
    0x1.3eee2p-3f, 0x1.a4909ap-1f, 0x1.5dd69p-3f,
};
static const float f118[24] = {
    0x1.af8c1p-4f, 0x1.e6335p-1f, 0x1.042008p-3f, 0x1.051bccp-2f, 0x1.2a5ecap-1f, 0x1.dcd7fp-2f, 0x1.13d908p-1f, 0x1.cc4718p-3f,
    0x1.457b8cp-2f, 0x1.f84a28p-1f, 0x1.b581bep-1f, 0x1.e9658p-4f, 0x1.03d882p-1f, 0x1.aeeebp-4f, 0x1.b14a64p-1f,
    0x1.0257d6p-1f, 0x1.f09e38p-3f, 0x1.e6d3b2p-1f, 0x1.8f3d0cp-1f, 0x1.abb8b8p-2f, 0x1.53d9a4p-2f, 0x1.1e9ee4p-1f,
    0x1.74a02p-3f, 0x1.03b28p-1f,
};
static const double d451[6] = {
    0x1.bcfcbdbp+1, 0x1.6705e3ep+1, 0x1.be86c3ep+1, 0x1.0817588p+2, 0x1.bb7836bp+1, 0x1.8bf6c5p+1,
};
static const double d452[24] = {
    0x1.8e33306p+0, -0x1.52e417ap+4, 0x1.f6a8881p-1, 0x1.441610dp-2, 0x1.53c56f4p-5, -0x1.1c19db3p+2, 0x1.0d533fbp-1,
    0x1.02315ffp-5, 0x1.277093ep-1, -0x1.ead5f73p-2, -0x1.96207efp+1, 0x1.4ec810ep+0, 0x1.1276279p+2, -0x1.021bd3ap+1,
    0x1.a753ca9p+3, -0x1.7bba36fp-1, 0x1.10085d6p-1, -0x1.62a1b15p-3, -0x1.af9ff0fp-2, -0x1.a962c29p-2, 0x1.da26abap-2,
    -0x1.a0e79c6p+1, 0x1.679ddf2p-1, -0x1.42f01bep+1,
};
static const double d453[24] = {
    0x1.86e1bb5p-3, -0x1.4ca9ac4p+1, 0x1.ed6b9dfp-4, 0x1.3e214cdp-5, 0x1.546a257p-8, -0x1.1ca394ap-1, 0x1.0dd5cf7p-4,
    0x1.02ae8a2p-8, 0x1.8dd976ep-5, -0x1.4a7d011p-5, -0x1.1173ccbp-2, 0x1.c2d414dp-4, -0x1.03298f1p-1, 0x1.e7712d1p-3,
    -0x1.8fbadd9p+0, 0x1.668f76cp-4, 0x1.a9b9693p-4, -0x1.157ea84p-5, -0x1.51bdad8p-4, -0x1.4cdbe75p-4, 0x1.0d4dd0ep-4,
    -0x1.d99456ep-2, 0x1.9880ea4p-4, -0x1.6ed6b14p-2,
};
static const double d454[4] = {
    0x1.6170dc3p+0, 0x1.a86b375p+0, 0x1.6e9497ep+1, 0x1.35ed898p+0,
};
static const double d455[20] = {
    -0x1.aaaebf5p-2, 0x1.3d99e8ap+0, -0x1.aaaebf5p-2, -0x1.aaaebf5p-2, -0x1.aaaebf5p-2, -0x1.c7fcb75p-2, -0x1.c7fcb75p-2,
    -0x1.c7fcb75p-2, -0x1.c7fcb75p-2, 0x1.e4481b9p+0, -0x1.0631171p+2, 0x1.fb9288ep-3, 0x1.fb9288ep-3, 0x1.fb9288ep-3,
    0x1.fb9288ep-3, 0x1.0a2215ep-1, 0x1.0a2215ep-1, -0x1.39767e7p+0, 0x1.0a2215ep-1, 0x1.0a2215ep-1,
};
static const double d456[20] = {
    0x1.3e8c77ep-4, -0x1.da39353p-3, 0x1.3e8c77ep-4, 0x1.3e8c77ep-4, 0x1.3e8c77ep-4, 0x1.54a290fp-4, 0x1.54a290fp-4,
    0x1.54a290fp-4, 0x1.54a290fp-4, -0x1.69c5947p-2, -0x1.9b7bffcp+0, 0x1.8e4aec6p-4, 0x1.8e4aec6p-4, 0x1.8e4aec6p-4,
    0x1.8e4aec6p-4, 0x1.468ab3cp-3, 0x1.468ab3cp-3, -0x1.809d5f6p-2, 0x1.468ab3cp-3, 0x1.468ab3cp-3,
};
static const double d457[4] = {
    0x1.ad7f2b1p-24, 0x1.01e3b84p+4, 0x1.62e43p-1, 0x1.62e42ffp+0,
};
static const double d458[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.463d24p-1, 0x1.463d24p-1,
    0x1.463d24p-1, 0x1.463d24p-1, 0x1.463d24p-1, 0x1.a1485p-1, 0x1.a1485p-1, -0x1.38f63cp+1, 0x1.a1485p-1, 0x1.a1485p-1,
};
static const double d459[20] = {
    0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1p-2, 0x1.fffffffp-3, 0x1.fffffffp-3,
    0x1.fffffffp-3, 0x1.fffffffp-3, 0x1p-2, 0x1p-2, -0x1.8p-1, 0x1p-2, 0x1p-2,
};
static const double d460[4] = {
    0x1.102b444p+1, 0x1.9ec8992p+1, 0x1.41de4c1p+2, 0x1.79c3f4p-2,
};
static const double d461[20] = {
    -0x1.113a14dp-1, 0x1.2e0066fp+0, -0x1.352007ep-1, -0x1.f58fb65p-7, -0x1.ba0e4bcp-6, -0x1.3263912p-2, -0x1.3cf7631p-2,
    -0x1.14d7b8cp-2, -0x1.a0e8f8fp-2, 0x1.4946e98p+0, -0x1.441a98dp-1, 0x1.3cf44edp-6, 0x1.a804cfdp-4, 0x1.71ec5a1p-2,
    0x1.30f0bd6p-3, 0x1.4dd6cf3p-4, 0x1.7bbce2bp-5, -0x1.017978fp-2, 0x1.9370b34p-4, 0x1.9affbfcp-6,
};
static const double d462[20] = {
    0x1.97f7616p-4, -0x1.c2ee569p-3, 0x1.cd9146p-4, 0x1.7673746p-9, 0x1.4a06a22p-8, 0x1.c9c312fp-5, 0x1.d990b4fp-5,
    0x1.9d9e455p-5, 0x1.37717e3p-4, -0x1.ebf5426p-3, -0x1.fca640cp-3, 0x1.f16dcbp-8, 0x1.4cba61ep-5, 0x1.22477abp-3,
    0x1.de92fd3p-5, 0x1.999db8cp-6, 0x1.d1eee86p-7, -0x1.3beaf28p-4, 0x1.ef0409p-6, 0x1.f84a507p-8,
};
static const double d463[4] = {
    0x1.6170dc3p+0, 0x0p+0, 0x1.6e9497ep+1, 0x1.35ed898p+0,
};
static const double d464[20] = {
    -0x1.aaaebf5p-2, 0x1.3d99e8ap+0, -0x1.aaaebf5p-2, -0x1.aaaebf5p-2, -0x1.aaaebf5p-2, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.0631171p+2, 0x1.fb9288ep-3, 0x1.fb9288ep-3, 0x1.fb9288ep-3, 0x1.fb9288ep-3, 0x1.0a2215ep-1, 0x1.0a2215ep-1,
    -0x1.39767e7p+0, 0x1.0a2215ep-1, 0x1.0a2215ep-1,
};
static const double d465[20] = {
    0x1.a8bb4b6p-4, -0x1.3c26241p-2, 0x1.a8bb4b6p-4, 0x1.a8bb4b6p-4, 0x1.a8bb4b6p-4, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.1252ab1p+1, 0x1.098748dp-3, 0x1.098748dp-3, 0x1.098748dp-3, 0x1.098748dp-3, 0x1.b3639b2p-3, 0x1.b3639b2p-3,
    -0x1.0068eacp-1, 0x1.b3639b2p-3, 0x1.b3639b2p-3,
};
static const double d466[20] = {
    0x1.0ffa417p-3, -0x1.2c9ee4fp-2, 0x1.33b62f4p-3, 0x1.f3449c2p-9, 0x1.b808d9p-8, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.5319813p-2, 0x1.4b9e88p-7, 0x1.bba32ep-5, 0x1.8309f9ap-3, 0x1.3f0ca97p-4, 0x1.1113d11p-5, 0x1.369f463p-6,
    -0x1.a539443p-4, 0x1.4a02b15p-5, 0x1.50318bap-7,
};
static const double d467[20] = {
    0x1.9e23d8bp-4, -0x1.c9c13ffp-3, 0x1.d48d641p-4, 0x1.7c1e14fp-9, 0x1.4f05284p-8, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0,
    -0x1.d85d646p-2, 0x1.cdf1d6fp-7, 0x1.34fe2a2p-4, 0x1.0d92745p-2, 0x1.bc6f5b5p-4, 0x1.607e443p-5, 0x1.90f4e89p-6,
    -0x1.0fdc8f3p-3, 0x1.a9fbc74p-5, 0x1.b1f6f4p-7,
};
static const int32_t i21[4] = {
    4, 4, 4, 4,
};
static const double d468[4] = {
    0x1.a63ad87p-2, 0x1.7ef23abp-1, 0x1.3dab61dp+0, 0x1.1fa5b95p-7,
};
static const double d469[20] = {
    -0x1.4dfed31p-3, 0x1.712b7e1p-2, -0x1.79e0b72p-3, -0x1.328e941p-8, -0x1.0e2fd5ap-7, -0x1.658ee6p-4, -0x1.71e6f1ep-4,
    -0x1.4313d58p-4, -0x1.e689842p-4, 0x1.8044cc6p-2, -0x1.5511d93p-3, 0x1.4d8bbfep-8, 0x1.be3700cp-6, 0x1.85499e9p-4,
    0x1.40e72f5p-5, 0x1.5149a2ep-8, 0x1.7fa9171p-9, -0x1.04225bp-6, 0x1.979b95dp-8, 0x1.9f3e9f8p-10,
};
static const double d470[20] = {
    0x1.f2b3cbbp-6, -0x1.139c84cp-4, 0x1.1a1cca7p-5, 0x1.c9bb9abp-11, 0x1.936d591p-10, 0x1.0b1b198p-6, 0x1.1453bdep-6,
    0x1.e2b213bp-7, 0x1.6b74eb8p-6, -0x1.1f0f333p-4, -0x1.0ba348p-4, 0x1.05bbde7p-9, 0x1.5e25345p-7, 0x1.317973fp-5,
    0x1.f7a0441p-7, 0x1.9dd8f05p-10, 0x1.d6bf0dbp-11, -0x1.3f2e61cp-8, 0x1.f42116bp-10, 0x1.fd7fe4ep-12,
};
static const float f119[20] = {
    -0x1.0eb33p-2f, -0x1.134432p-1f, 0x1.6a181p+0f, 0x1.9fd982p-1f, -0x1.185a2cp+0f, 0x1.ac0082p+0f, -0x1.949aa8p+0f,
    0x1.061e42p-2f, -0x1.116694p+1f, -0x1.21e85cp-1f, -0x1.e9990cp-1f, 0x1.28fc24p+0f, 0x1.8153a8p-2f, -0x1.db9deep+0f,
    0x1.c9495p-4f, 0x1.0d2334p-1f, -0x1.7964p-2f, -0x1.4fc378p+0f, 0x1.0456f8p+0f, -0x1.791524p-1f,
};
static const double d471[4] = {
    0x1.79dd14p+1, 0x1.9e7a58p+1, 0x1.8ee454p+1, 0x1.aa0d38p+1,
};
static const double d472[20] = {
    0x0p+0, 0x1.56e6b8p+0, -0x1.56e6b8p+0, 0x0p+0, 0x0p+0, -0x1.56b104p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x1.56b104p+0,
    -0x1.463d24p-1, 0x1.463d24p-1, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, 0x0p+0, -0x1.a1485p-1, 0x1.a1485p-1, 0x0p+0,
};
static const double d473[20] = {
    0x0p+0, -0x1p-2, 0x1p-2, 0x0p+0, 0x0p+0, 0x1p-2, 0x0p+0, 0x0p+0, 0x0p+0, -0x1p-2, -0x1p-2, 0x1p-2, 0x0p+0, 0x0p+0, 0x0p+0,
    0x0p+0, 0x0p+0, -0x1p-2, 0x1p-2, 0x0p+0,
};
static const float f120[24] = {
    -0x1.45439ap-1f, 0x1.11ff58p+0f, -0x1.35574ap+0f, 0x1.790dd8p-1f, 0x1.4b9d18p-2f, -0x1.129664p+0f, -0x1.59c1b6p-2f,
    -0x1.b85c04p-1f, 0x1.fdf7fp+0f, 0x1.338a1ap+0f, -0x1.344904p-1f, -0x1.af0b34p+0f, 0x1.3ab688p-3f, -0x1.2f11cp+1f,
    -0x1.8d3244p+0f, 0x1.19d964p-1f, -0x1.0fcfd6p-2f, 0x1.ed1794p-1f, 0x1.3812c4p+0f, -0x1.dbe462p-1f, -0x1.81ae48p-2f,
    0x1.9f470cp-1f, 0x1.2a3896p-1f, -0x1.46f22cp-1f,
};
static const float f121[24] = {
    -0x1.e342bcp-1f, 0x1.1a5608p+0f, 0x1.e28974p-1f, -0x1.536edap-3f, -0x1.42cd2cp-1f, 0x1.d0b1p-1f, -0x1.1499dp+1f,
    -0x1.53d77ap+0f, -0x1.36909cp+1f, -0x1.154c06p+2f, -0x1.30291p-2f, 0x1.fe9064p-1f, -0x1.09152ap+1f, -0x1.8850d4p-2f,
    -0x1.18dd56p+0f, -0x1.d3d4a8p+0f, -0x1.b1fc98p-1f, -0x1.877c14p-1f, -0x1.a666f4p-2f, -0x1.ac5c1ap+0f, -0x1.063262p-5f,
    -0x1.7ac54ap+0f, 0x1.e8fc38p-1f, -0x1.38067p+0f,
};
static const float f122[4] = {
    0x1p+0f, 0x1p+0f, 0x1p+0f, 0x1p+0f,
};
static const double d474[4] = {
    0x1.2552c4dp+0, 0x1.8dd4f16p+0, 0x1.d791f1ep-1, 0x1.8ee1305p-1,
};
static const double d475[24] = {
    -0x1.390cdebp-2, 0x1.7b6ebbp-2, 0x1.d7d95b5p-3, -0x1.3b1893p-6, -0x1.63f6b14p-3, 0x1.cdf9c6ap-3, -0x1.89b8ae2p-3,
    -0x1.5aa0b0fp-3, -0x1.ebbbf24p-6, -0x1.e7ee8e1p-3, -0x1.1ea1c51p-4, -0x1.c656c68p-5, 0x1.157f8ecp-3, 0x1.8e50e2ep-7,
    0x1.01fae48p-4, 0x1.f2e61bbp-4, 0x1.b7d207ep-5, 0x1.c1d37b1p-5, 0x1.e479c01p-4, 0x1.aaaec4bp-3, -0x1.9ccd097p-7,
    0x1.09e9c9ap-2, -0x1.dd3ce8bp-4, 0x1.3a71fffp-3,
};
static const double d476[24] = {
    -0x1.dac605ap-3, 0x1.78fb02cp-2, -0x1.4288f07p-2, 0x1.afa4d17p-3, 0x1.1289568p-4, -0x1.1af3d71p-2, -0x1.3621becp-4,
    -0x1.8b9b4bap-4, 0x1.8ce6277p-4, -0x1.f954a89p-8, -0x1.b28188fp-5, -0x1.b2f31fap-4, -0x1.49c228dp-6, 0x1.377c5d8p-3,
    0x1.8744b5ap-4, -0x1.6e8158fp-5, 0x1.adb0d1bp-7, -0x1.0fd792p-4, -0x1.8b0ffcdp-3, 0x1.9876764p-4, 0x1.c91f6dcp-5,
    -0x1.41a841ap-3, -0x1.0917b2ep-4, 0x1.11dc454p-4,
};
static const double d477[24] = {
    0x1.d36da3cp-5, -0x1.1b45efep-4, -0x1.6044c61p-5, 0x1.d67b9c5p-9, 0x1.09c0834p-5, -0x1.58e5c18p-5, 0x1.261eebp-5,
    0x1.02f0c29p-5, 0x1.6f56d17p-8, 0x1.6c7fa3ep-5, 0x1.ac3e70dp-7, 0x1.53675a2p-7, 0x1.b381a6cp-5, 0x1.388f1a1p-8,
    0x1.94dfdf7p-6, 0x1.877c8d5p-5, 0x1.5920ab9p-6, 0x1.60faa4dp-6, 0x1.2938f73p-5, 0x1.05c4585p-4, -0x1.fa804d6p-9,
    0x1.46459ffp-4, -0x1.24c843p-5, 0x1.81d1f7cp-5,
};
static const double d478[24] = {
    0x1.6273b43p-5, -0x1.19714ccp-4, 0x1.e197175p-5, -0x1.4240aa8p-5, -0x1.99ebf7cp-7, 0x1.a67cf16p-5, 0x1.cf5aa51p-7,
    0x1.278772p-6, -0x1.287e9b2p-6, 0x1.797ef92p-10, 0x1.4496869p-7, 0x1.44eb613p-6, -0x1.02c3084p-7, 0x1.e8d8b83p-5,
    0x1.33075dfp-5, -0x1.1f98dcfp-6, 0x1.512dc5dp-8, -0x1.aaa12d4p-6, -0x1.e4bc806p-5, 0x1.f52da5bp-6, 0x1.187116fp-6,
    -0x1.8aab4cap-5, -0x1.4543d95p-6, 0x1.5005e88p-6,
};
static const double d479[24] = {
    0x1.d36da3cp-3, -0x1.1b45efep-2, -0x1.6044c61p-3, 0x1.d67b9c5p-7, 0x1.09c0834p-3, -0x1.58e5c18p-3, 0x1.261eebp-3,
    0x1.02f0c29p-3, 0x1.6f56d17p-6, 0x1.6c7fa3ep-3, 0x1.ac3e70dp-5, 0x1.53675a2p-5, 0x1.b381a6cp-3, 0x1.388f1a1p-6,
    0x1.94dfdf7p-4, 0x1.877c8d5p-3, 0x1.5920ab9p-4, 0x1.60faa4dp-4, 0x1.2938f73p-3, 0x1.05c4585p-2, -0x1.fa804d6p-7,
    0x1.46459ffp-2, -0x1.24c843p-3, 0x1.81d1f7cp-3,
};
static const double d480[24] = {
    0x1.6273b43p-3, -0x1.19714ccp-2, 0x1.e197175p-3, -0x1.4240aa8p-3, -0x1.99ebf7cp-5, 0x1.a67cf16p-3, 0x1.cf5aa51p-5,
    0x1.278772p-4, -0x1.287e9b2p-4, 0x1.797ef92p-8, 0x1.4496869p-5, 0x1.44eb613p-4, -0x1.02c3084p-5, 0x1.e8d8b83p-3,
    0x1.33075dfp-3, -0x1.1f98dcfp-4, 0x1.512dc5dp-6, -0x1.aaa12d4p-4, -0x1.e4bc806p-3, 0x1.f52da5bp-4, 0x1.187116fp-4,
    -0x1.8aab4cap-3, -0x1.4543d95p-4, 0x1.5005e88p-4,
};
static const float f123[105] = {
    -0x1.1568b2p+0f, 0x1.9b2a54p-5f, 0x1.85a896p-6f, -0x1.e8a0c2p-3f, 0x1.b29ceap-2f, 0x1.22ee5ap+1f, 0x1.1859dcp-1f,
    0x1.4e4dfp+0f, -0x1.87bfcap+0f, 0x1.865e22p+0f, 0x1.9feeaep-1f, -0x1.43e396p-6f, -0x1.da3bcap-1f, -0x1.cc0a1ap-4f,
    -0x1.dc5418p+0f, 0x1.e2f2ecp-4f, 0x1.f8f1ap-1f, -0x1.1bb5b2p-1f, 0x1.ef92d2p-2f, -0x1.689ab8p-4f, 0x1.15d232p+0f,
    -0x1.60e0a6p-4f, -0x1.a46178p-1f, 0x1.5988a4p-1f, 0x1.832302p+0f, -0x1.1274d2p+0f, 0x1.208678p-1f, 0x1.0336b8p-3f,
    -0x1.f45d6p-1f, -0x1.c91444p-2f, -0x1.05c42ep+0f, 0x1.55828ep+1f, 0x1.977c8ep-3f, -0x1.3bcbacp-1f, -0x1.92578cp-1f,
    -0x1.5b308cp-2f, -0x1.e15ccep-2f, -0x1.069d2ap-1f, 0x1.4dbc7p+0f, 0x1.9a0f54p-5f, -0x1.40b36p+1f, -0x1.12d45cp-2f,
    -0x1.cc73bcp+0f, -0x1.7bae46p-2f, -0x1.525a7ap-3f, -0x1.a33428p+0f, 0x1.6ca7d6p+0f, -0x1.094772p-1f, 0x1.1bd548p-2f,
    -0x1.90c858p-2f, 0x1.7c0a86p+0f, -0x1.26b7a8p+0f, 0x1.c44602p+0f, -0x1.f2326ep+0f, -0x1.87f9ccp-2f, -0x1.eb4bfp-1f,
    -0x1.e48552p-1f, 0x1.200b08p-1f, -0x1.1afe8p-1f, 0x1.d1608ap+0f, -0x1.22aeaep+0f, -0x1.eb22e8p-1f, 0x1.bd6cccp-4f,
    0x1.848f22p-2f, 0x1.645426p-1f, 0x1.82bap+0f, 0x1.20ac46p+0f, -0x1.1cf25cp-1f, 0x1.12dd9p+0f, -0x1.25498p+0f,
    0x1.7a8672p-3f, 0x1.71bb9p+1f, 0x1.3804dap+0f, -0x1.c1d7bap+0f, 0x1.11b1bap-1f, -0x1.06a66p-4f, -0x1.70b12ep+0f,
    0x1.743e12p-2f, 0x1.f1b792p-5f, 0x1.769076p+0f, 0x1.2a28bep-2f, 0x1.ae0808p-1f, 0x1.c006c2p-1f, -0x1.920992p-1f,
    -0x1.956032p-1f, -0x1.0381d6p+0f, 0x1.be49a4p-1f, 0x1.a18cacp-6f, 0x1.67a3c4p+0f, 0x1.edf58ap-3f, 0x1.b72d32p-1f,
    0x1.150fa4p-1f, 0x1.dfe6bcp+0f, -0x1.3f8ffcp-2f, 0x1.3a27ecp-2f, 0x1.5e4f1p-2f, 0x1.a95a2ap-1f, 0x1.0bd92ep-1f,
    0x1.b148cep+0f, -0x1.184a94p-3f, 0x1.7cd14ep-1f, -0x1.4f9536p-2f, -0x1.c3e0ecp-3f, -0x1.17df8ep+0f, -0x1.e31044p-3f,
};
static const int32_t i22[9] = {
    1, 2, 2, 3, 1, 0, 4, 0, 0,
};
static const int32_t i23[3] = {
    7, 7, 7,
};
static const int32_t i24[3] = {
    3, 2, 1,
};
static const double d481[3] = {
    0x1.b2f43ap+2, 0x1.4e3d3cp+2, 0x1.0e3612p+3,
};
static const double d482[105] = {
    0x1.ead7b2p-4, 0x1.e6f6e2p-3, -0x1.c10a12p-4, -0x1.5969ap-4, -0x1.4f28e2p-3, -0x1.51f2f2p-2, 0x1.d3b11cp-5, 0x1.f32f92p-4,
    -0x1.516e78p-11, 0x1.36b342p-3, 0x1.c57aa4p-2, -0x1.8e8f48p-3, -0x1.41febp-4, -0x1.6b547cp-3, 0x1.fdbab2p-8, -0x1.06416cp-5,
    0x1.075a02p-2, -0x1.42bc62p-5, -0x1.e66466p-4, -0x1.1284bap-4, -0x1.94825p-3, 0x1.c89e86p-5, 0x1.b6ac4p-6, -0x1.49eep-3,
    0x1.1ab994p-2, 0x1.05be42p-2, -0x1.891c94p-2, -0x1.fbe658p-3, -0x1.50d53cp-4, 0x1.d586ccp-2, -0x1.75003ep-8, 0x1.b9b8c2p-5,
    -0x1.30031ep-6, -0x1.079656p-6, -0x1.bd3002p-7, -0x1.dd955ap-8, 0x1.cf44ep-5, 0x1.e41e9p-5, -0x1.b26ff6p-3, 0x1.a90788p-4,
    0x1.e96184p-10, -0x1.1d34f8p-2, -0x1.edef58p-5, -0x1.0172ecp-2, 0x1.2d3e36p-1, 0x1.4f219ep-7, 0x1.08c7dcp-4, 0x1.21a49p-4,
    -0x1.8a45f2p-4, -0x1.94155ep-5, -0x1.6b6a9ap-2, -0x1.767686p-9, 0x1.59ded6p-2, -0x1.3d67cap-6, 0x1.427976p-5,
    -0x1.e27f9ap-6, -0x1.3ee97p-5, -0x1.6883e4p-3, -0x1.d8ba8ap-5, 0x1.355e6cp-2, 0x1.92820ep-6, -0x1.2cb0bep-5, 0x1.60850ep-2,
    -0x1.1eb722p-3, -0x1.89770cp-3, -0x1.eab2a2p-4, -0x1.094f72p-4, 0x1.0e5516p-5, 0x1.10ecbap-3, 0x1.2bf862p-6, 0x1.f34bcp-5,
    -0x1.5db0ccp-1, -0x1.07637ep-3, -0x1.adcf88p-8, 0x1.83b08ep-1, 0x1.9eb10ep-2, -0x1.eb9f82p-7, -0x1.92148ap-5,
    -0x1.13ad5ep-4, -0x1.18262ap-2, -0x1.ff4a4ap-6, -0x1.19e424p-2, 0x1.d097dp-3, 0x1.2d72d8p-5, 0x1.5ef438p-5, 0x1.ae074ep-3,
    -0x1.f2419ep-3, -0x1.ab8fp-4, -0x1.a89a5ap-2, 0x1.1acda2p-1, -0x1.507904p-4, -0x1.18e8cep-4, 0x1.dfa4ccp-3, -0x1.deb8bp-6,
    -0x1.bc733p-5, -0x1.48ffa2p-3, -0x1.283548p-2, 0x1.850ae8p-4, 0x1.392d76p-2, 0x1.922748p-5, 0x1.534728p-2, -0x1.207546p-3,
    -0x1.410efep-3, -0x1.0c5082p-4, 0x1.0478dp-5,
};
static const double d483[105] = {
    -0x1.431886p-4, -0x1.408b02p-3, 0x1.279436p-4, 0x1.c6bbdep-5, 0x1.b93c6ap-4, -0x1.563752p-3, 0x1.d998dcp-6, 0x1.f97d2p-5,
    -0x1.55b122p-12, 0x1.3a9f8ep-4, -0x1.4581dep-3, 0x1.1e161p-4, 0x1.ce4182p-6, 0x1.04cc5ep-4, -0x1.6de23cp-9, 0x1.59421p-6,
    -0x1.5ab374p-3, 0x1.a8e14cp-6, 0x1.402a98p-4, 0x1.6966f2p-5, -0x1.999dd6p-4, 0x1.ce6278p-6, 0x1.bc363p-7, -0x1.4e1874p-4,
    0x1.1e4b72p-3, -0x1.77c232p-4, 0x1.1a2cfp-3, 0x1.6c920cp-4, 0x1.e38eb4p-6, -0x1.5106b6p-3, 0x1.eb0dc4p-9, -0x1.22c31cp-5,
    0x1.903afcp-7, 0x1.5b02dep-7, 0x1.250b22p-7, -0x1.e39d0ep-9, 0x1.d51e54p-6, 0x1.ea3b6ap-6, -0x1.b7ec38p-4, 0x1.ae656p-5,
    -0x1.5f472cp-11, 0x1.99716cp-4, 0x1.628be8p-6, 0x1.7197f8p-4, -0x1.b076e8p-3, -0x1.b932d8p-8, -0x1.5c951ap-5, -0x1.7d503p-5,
    0x1.03878p-4, 0x1.09fca2p-5, -0x1.70014cp-3, -0x1.7b30eap-10, 0x1.5e3cdp-3, -0x1.4169c2p-7, 0x1.468bdp-6, 0x1.5a5662p-7,
    0x1.c9d474p-7, 0x1.02c72p-4, 0x1.53531ep-6, -0x1.bc2142p-4, -0x1.08f328p-6, 0x1.8bdb7ap-6, -0x1.d01722p-3, 0x1.797592p-4,
    0x1.02ff5p-3, -0x1.f0e4bep-5, -0x1.0ca906p-5, 0x1.11bee6p-6, 0x1.145eeap-4, 0x1.2fc2p-7, -0x1.666506p-6, 0x1.f6041p-3,
    0x1.7a1eeap-5, 0x1.3484a6p-9, -0x1.1648ap-2, -0x1.10f83ap-2, 0x1.439c0ep-7, 0x1.08ab12p-5, 0x1.6aed76p-5, 0x1.70d094p-3,
    -0x1.02df78p-6, -0x1.1d7352p-3, 0x1.d6758cp-4, 0x1.31413cp-6, 0x1.6362ap-6, -0x1.34acacp-4, 0x1.65a6p-4, 0x1.32e6cep-5,
    0x1.30c7aep-3, -0x1.95fe0ep-3, 0x1.baf6ecp-5, 0x1.71d0d4p-5, -0x1.3bb966p-3, 0x1.3b1dfcp-6, 0x1.248edap-5, -0x1.4d2714p-4,
    -0x1.2bf2bap-3, 0x1.89f46ep-5, 0x1.3d21c4p-3, 0x1.973b2ep-6, -0x1.e71146p-4, 0x1.9e1c48p-5, 0x1.cce966p-5, 0x1.81313ap-6,
    -0x1.75eefap-7,
};
static const double d484[105] = {
    -0x1.e4a4cap-3, -0x1.e0d082p-2, 0x1.bb5e5p-3, 0x1.550ce6p-3, 0x1.4aed4ep-2, -0x1.00a97cp-1, 0x1.6332a4p-4, 0x1.7b1dd8p-3,
    -0x1.0044dcp-10, 0x1.d7ef54p-3, -0x1.e842ccp-2, 0x1.ad2116p-3, 0x1.5ab12p-4, 0x1.87328cp-3, -0x1.1269acp-7, 0x1.02f18cp-4,
    -0x1.040696p-1, 0x1.3ea8fap-4, 0x1.e03fe2p-3, 0x1.0f0d34p-3, -0x1.33366p-2, 0x1.5ac9dap-4, 0x1.4d28a4p-5, -0x1.f524aep-3,
    0x1.ad712cp-2, -0x1.19d1a4p-2, 0x1.a74368p-2, 0x1.116d88p-2, 0x1.6aab06p-4, -0x1.f98a0ep-2, 0x1.704a52p-7, -0x1.b424a8p-4,
    0x1.2c2c3cp-5, 0x1.044226p-5, 0x1.b790b4p-6, -0x1.6ab5ccp-7, 0x1.5fd6bep-4, 0x1.6fac8ep-4, -0x1.49f128p-2, 0x1.42cc08p-3,
    -0x1.07756p-9, 0x1.33151p-2, 0x1.09e8eep-4, 0x1.1531fap-2, -0x1.44592ep-1, -0x1.4ae62p-6, -0x1.056fdp-3, -0x1.1dfc24p-3,
    0x1.854b4p-3, 0x1.8efaf4p-4, -0x1.1400f8p-1, -0x1.1c64acp-8, 0x1.06ad9cp-1, -0x1.e21eap-6, 0x1.e9d1b6p-5, 0x1.03c0cap-5,
    0x1.575f58p-5, 0x1.842abp-3, 0x1.fcfcacp-5, -0x1.4d18f2p-2, -0x1.8d6cbcp-5, 0x1.28e49ap-4, -0x1.5c1158p-1, 0x1.1b182cp-2,
    0x1.847ef6p-2, -0x1.74ab9p-3, -0x1.92fd88p-4, 0x1.9a9e58p-5, 0x1.9e8e5cp-3, 0x1.c7a2fep-6, -0x1.0ccbc6p-4, 0x1.78830cp-1,
    0x1.1b973p-3, 0x1.cec6f6p-8, -0x1.a16ceep-1, -0x1.997458p-1, 0x1.e56a12p-6, 0x1.8d0098p-4, 0x1.103216p-3, 0x1.149c6cp-1,
    -0x1.844f38p-5, -0x1.ac2cfap-2, 0x1.60d828p-2, 0x1.c9e1d8p-5, 0x1.0a89f8p-4, -0x1.cf0302p-3, 0x1.0c3c8p-2, 0x1.cc5a36p-4,
    0x1.c92b88p-2, -0x1.307e8ap-1, 0x1.4c393p-3, 0x1.155c9ep-3, -0x1.d99616p-2, 0x1.d8acfap-5, 0x1.b6d646p-4, -0x1.f3ba9ep-3,
    -0x1.c1ec18p-2, 0x1.277752p-3, 0x1.dbb2a2p-2, 0x1.316c62p-4, -0x1.6d4cf4p-2, 0x1.369536p-3, 0x1.59af0cp-3, 0x1.20e4eap-4,
    -0x1.18733ap-5,
};

static const struct golden_loss golden_losses[] = {
    CASE(MSE, NONE, "", .x = {FLOATS(f0, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5), .value = d0,
         .gradient = {d1}),
    CASE(MSE, MEAN, "", .x = {FLOATS(f0, 3, 5)}, .target = FLOATS(f2, 3, 5), .value = VALUE(0x1.312300bp+1),
         .gradient = {d2}),
    CASE(MSE, SUM, "", .x = {FLOATS(f0, 3, 5)}, .target = FLOATS(f2, 3, 5), .value = VALUE(0x1.1e10d0ap+5),
         .gradient = {d3}),
    CASE(MSE, NONE, "2x3x4", .x = {FLOATS(f3, 2, 3, 4)}, .upstream = FLOATS(f4, 2, 3, 4), .target = FLOATS(f5, 2, 3, 4),
         .value = d4, .gradient = {d5}),
    CASE(MSE, MEAN, "2x3x4", .x = {FLOATS(f3, 2, 3, 4)}, .target = FLOATS(f5, 2, 3, 4), .value = VALUE(0x1.6d675f8p+2),
         .gradient = {d6}),
    CASE(MSE, BATCHMEAN, "2x3x4", .x = {FLOATS(f3, 2, 3, 4)}, .target = FLOATS(f5, 2, 3, 4), .value = VALUE(0x1.120d87ap+6),
         .gradient = {d7}),
    CASE(MSE, MEAN, "gradient_scale", .options = {REAL(gradient_scale, 0x1.8p-2f)}, .x = {FLOATS(f0, 3, 5)},
         .target = FLOATS(f2, 3, 5), .value = VALUE(0x1.312300bp+1), .gradient = {d8}),
    CASE(MSE, NONE, "sample_weight", .x = {FLOATS(f3, 2, 3, 4)}, .upstream = FLOATS(f4, 2, 3, 4),
         .target = FLOATS(f5, 2, 3, 4), .sample_weight = FLOATS(f6, 2), .value = d9, .gradient = {d10}),
    CASE(MSE, MEAN, "sample_weight", .x = {FLOATS(f3, 2, 3, 4)}, .target = FLOATS(f5, 2, 3, 4),
         .sample_weight = FLOATS(f6, 2), .value = VALUE(0x1.725092cp+2), .gradient = {d11}),
    CASE(MSE, MEAN, "sample_weight by weights", .options = {INT(denominator, NADIR_DENOMINATOR_WEIGHTS)},
         .x = {FLOATS(f3, 2, 3, 4)}, .target = FLOATS(f5, 2, 3, 4), .sample_weight = FLOATS(f6, 2),
         .value = VALUE(0x1.3f8338ep+2), .gradient = {d12}),
    CASE(HALF_MSE, NONE, "", .x = {FLOATS(f0, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5),
         .value = d13, .gradient = {d14}),
    CASE(HALF_MSE, MEAN, "", .x = {FLOATS(f0, 3, 5)}, .target = FLOATS(f2, 3, 5), .value = VALUE(0x1.312300bp+0),
         .gradient = {d15}),
    CASE(HALF_MSE, SUM, "", .x = {FLOATS(f0, 3, 5)}, .target = FLOATS(f2, 3, 5), .value = VALUE(0x1.1e10d0ap+4),
         .gradient = {d16}),
    CASE(L1, NONE, "", .x = {FLOATS(f0, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5), .value = d17,
         .gradient = {d18}),
    CASE(L1, MEAN, "", .x = {FLOATS(f0, 3, 5)}, .target = FLOATS(f2, 3, 5), .value = VALUE(0x1.47ddaf2p+0),
         .gradient = {d19}),
    CASE(L1, SUM, "", .x = {FLOATS(f0, 3, 5)}, .target = FLOATS(f2, 3, 5), .value = VALUE(0x1.335fd43p+4),
         .gradient = {d20}),
    CASE(L1, MEAN, "2x3x4", .x = {FLOATS(f3, 2, 3, 4)}, .target = FLOATS(f5, 2, 3, 4), .value = VALUE(0x1.e18681ap+0),
         .gradient = {d21}),
    CASE(HUBER, NONE, "delta 1.0", .options = {REAL(delta, 0x1p+0f)}, .x = {FLOATS(f7, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f2, 3, 5), .value = d22, .gradient = {d23}),
    CASE(HUBER, NONE, "delta 0.3", .options = {REAL(delta, 0x1.333334p-2f)}, .x = {FLOATS(f8, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5), .value = d24, .gradient = {d25}),
    CASE(HUBER, NONE, "delta 2.5", .options = {REAL(delta, 0x1.4p+1f)}, .x = {FLOATS(f9, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5), .value = d26, .gradient = {d27}),
    CASE(SMOOTH_L1, NONE, "beta 1.0", .options = {REAL(beta, 0x1p+0f)}, .x = {FLOATS(f10, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5), .value = d28, .gradient = {d29}),
    CASE(SMOOTH_L1, NONE, "beta 0.3", .options = {REAL(beta, 0x1.333334p-2f)}, .x = {FLOATS(f11, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5), .value = d30, .gradient = {d31}),
    CASE(SMOOTH_L1, NONE, "beta 2.5", .options = {REAL(beta, 0x1.4p+1f)}, .x = {FLOATS(f12, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5), .value = d32, .gradient = {d33}),
    CASE(SMOOTH_L1, NONE, "beta 0", .options = {REAL(beta, 0x0p+0f)}, .x = {FLOATS(f0, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f2, 3, 5), .value = d17, .gradient = {d18}),
    CASE(LOG_COSH, NONE, "", .x = {FLOATS(f0, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5),
         .value = d34, .gradient = {d35}),
    CASE(LOG_COSH, MEAN, "", .x = {FLOATS(f0, 3, 5)}, .target = FLOATS(f2, 3, 5), .value = VALUE(0x1.86fd7afp-1),
         .gradient = {d36}),
    CASE(LOG_COSH, SUM, "", .x = {FLOATS(f0, 3, 5)}, .target = FLOATS(f2, 3, 5), .value = VALUE(0x1.6e8da34p+3),
         .gradient = {d37}),
    CASE(LOG_COSH, NONE, "far", .x = {FLOATS(f13, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5),
         .value = d38, .gradient = {d39}),
    CASE(QUANTILE, NONE, "0.5", .options = {REAL(quantile, 0x1p-1f)}, .x = {FLOATS(f0, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f2, 3, 5), .value = d40, .gradient = {d41}),
    CASE(QUANTILE, NONE, "0.9", .options = {REAL(quantile, 0x1.ccccccp-1f)}, .x = {FLOATS(f0, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f2, 3, 5), .value = d42, .gradient = {d43}),
    CASE(QUANTILE, NONE, "0.0", .options = {REAL(quantile, 0x0p+0f)}, .x = {FLOATS(f0, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f2, 3, 5), .value = d44, .gradient = {d45}),
    CASE(EPSILON_INSENSITIVE, NONE, "0.5", .options = {REAL(epsilon, 0x1p-1f)}, .x = {FLOATS(f14, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f15, 3, 5), .value = d46, .gradient = {d47}),
    CASE(EPSILON_INSENSITIVE, NONE, "0.0", .options = {REAL(epsilon, 0x0p+0f)}, .x = {FLOATS(f14, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f15, 3, 5), .value = d48, .gradient = {d49}),
    CASE(EPSILON_INSENSITIVE, NONE, "default", .x = {FLOATS(f14, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f15, 3, 5), .value = d50, .gradient = {d49}),
    CASE(POISSON_NLL, NONE, "", .x = {FLOATS(f16, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f17, 3, 5),
         .value = d51, .gradient = {d52}),
    CASE(POISSON_NLL, MEAN, "", .x = {FLOATS(f16, 3, 5)}, .target = FLOATS(f17, 3, 5), .value = VALUE(0x1.1902624p+1),
         .gradient = {d53}),
    CASE(POISSON_NLL, SUM, "", .x = {FLOATS(f16, 3, 5)}, .target = FLOATS(f17, 3, 5), .value = VALUE(0x1.07723c2p+5),
         .gradient = {d54}),
    CASE(POISSON_NLL, NONE, "full", .options = {BOOL(full, 1)}, .x = {FLOATS(f16, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f17, 3, 5), .value = d55, .gradient = {d52}),
    CASE(POISSON_NLL, NONE, "rates", .options = {BOOL(log_input, 0)}, .x = {FLOATS(f18, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f17, 3, 5), .value = d56, .gradient = {d57}),
    CASE(POISSON_NLL, NONE, "rates full", .options = {BOOL(log_input, 0), BOOL(full, 1)}, .x = {FLOATS(f18, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f17, 3, 5), .value = d58, .gradient = {d57}),
    CASE(POISSON_NLL, NONE, "rates eps", .options = {BOOL(log_input, 0), REAL(eps, 0x1p-2f)}, .x = {FLOATS(f18, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f17, 3, 5), .value = d59, .gradient = {d60}),
    CASE(GAUSSIAN_NLL, NONE, "", .x = {FLOATS(f19, 3, 5), FLOATS(f20, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f21, 3, 5), .value = d61, .gradient = {d62, d63}),
    CASE(GAUSSIAN_NLL, MEAN, "", .x = {FLOATS(f19, 3, 5), FLOATS(f20, 3, 5)}, .target = FLOATS(f21, 3, 5),
         .value = VALUE(0x1.c0c8434p+0), .gradient = {d64, d65}),
    CASE(GAUSSIAN_NLL, SUM, "", .x = {FLOATS(f19, 3, 5), FLOATS(f20, 3, 5)}, .target = FLOATS(f21, 3, 5),
         .value = VALUE(0x1.a4bbbfp+4), .gradient = {d66, d67}),
    CASE(GAUSSIAN_NLL, NONE, "full", .options = {BOOL(full, 1)}, .x = {FLOATS(f19, 3, 5), FLOATS(f20, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f21, 3, 5), .value = d68, .gradient = {d62, d63}),
    CASE(GAUSSIAN_NLL, MEAN, "full", .options = {BOOL(full, 1)}, .x = {FLOATS(f19, 3, 5), FLOATS(f20, 3, 5)},
         .target = FLOATS(f21, 3, 5), .value = VALUE(0x1.5603e8cp+1), .gradient = {d64, d65}),
    CASE(GAUSSIAN_NLL, NONE, "below eps", .options = {REAL(eps, 0x1p-2f)}, .x = {FLOATS(f19, 3, 5), FLOATS(f22, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f21, 3, 5), .value = d69, .gradient = {d70, d71}),
    CASE(GAUSSIAN_NLL, MEAN, "below eps", .options = {REAL(eps, 0x1p-2f)}, .x = {FLOATS(f19, 3, 5), FLOATS(f22, 3, 5)},
         .target = FLOATS(f21, 3, 5), .value = VALUE(0x1.be1eaabp+2), .gradient = {d72, d73}),
    CASE(BCE, NONE, "", .x = {FLOATS(f23, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f24, 3, 5), .value = d74,
         .gradient = {d75}),
    CASE(BCE, MEAN, "", .x = {FLOATS(f23, 3, 5)}, .target = FLOATS(f24, 3, 5), .value = VALUE(0x1.dd8fd7ep-1),
         .gradient = {d76}),
    CASE(BCE, SUM, "", .x = {FLOATS(f23, 3, 5)}, .target = FLOATS(f24, 3, 5), .value = VALUE(0x1.bfb6da6p+3),
         .gradient = {d77}),
    CASE(BCE, MEAN, "2x3x4", .x = {FLOATS(f25, 2, 3, 4)}, .target = FLOATS(f26, 2, 3, 4), .value = VALUE(0x1.0c6eecbp+0),
         .gradient = {d78}),
    CASE(BCE, NONE, "0 and 1", .x = {FLOATS(f27, 8)}, .upstream = FLOATS(f28, 8), .target = FLOATS(f29, 8), .value = d79,
         .gradient = {d80}),
    CASE(BCE, NONE, "weight", .x = {FLOATS(f23, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f30, 3, 5),
         .weight = FLOATS(f31, 3, 5), .value = d81, .gradient = {d82}),
    CASE(BCE, MEAN, "weight", .x = {FLOATS(f23, 3, 5)}, .target = FLOATS(f30, 3, 5), .weight = FLOATS(f31, 3, 5),
         .value = VALUE(0x1.b7b8148p-1), .gradient = {d83}),
    CASE(BCE, NONE, "weight of the last axis", .x = {FLOATS(f23, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f30, 3, 5), .weight = FLOATS(f32, 5), .value = d84, .gradient = {d85}),
    CASE(BCE, MEAN, "weight of the last axis", .x = {FLOATS(f23, 3, 5)}, .target = FLOATS(f30, 3, 5),
         .weight = FLOATS(f32, 5), .value = VALUE(0x1.2ca02c2p+0), .gradient = {d86}),
    CASE(BCE_WITH_LOGITS, NONE, "", .x = {FLOATS(f33, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f24, 3, 5),
         .value = d87, .gradient = {d88}),
    CASE(BCE_WITH_LOGITS, MEAN, "", .x = {FLOATS(f33, 3, 5)}, .target = FLOATS(f24, 3, 5), .value = VALUE(0x1.6a05a1bp+2),
         .gradient = {d89}),
    CASE(BCE_WITH_LOGITS, SUM, "", .x = {FLOATS(f33, 3, 5)}, .target = FLOATS(f24, 3, 5), .value = VALUE(0x1.5365479p+6),
         .gradient = {d90}),
    CASE(BCE_WITH_LOGITS, NONE, "hard", .x = {FLOATS(f33, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f30, 3, 5),
         .value = d91, .gradient = {d92}),
    CASE(BCE_WITH_LOGITS, MEAN, "2x3x4", .x = {FLOATS(f34, 2, 3, 4)}, .target = FLOATS(f35, 2, 3, 4),
         .value = VALUE(0x1.e0178e3p-1), .gradient = {d93}),
    CASE(BCE_WITH_LOGITS, NONE, "weight", .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f24, 3, 5), .weight = FLOATS(f31, 3, 5), .value = d94, .gradient = {d95}),
    CASE(BCE_WITH_LOGITS, MEAN, "weight", .x = {FLOATS(f36, 3, 5)}, .target = FLOATS(f24, 3, 5),
         .weight = FLOATS(f31, 3, 5), .value = VALUE(0x1.cb483f2p-1), .gradient = {d96}),
    CASE(BCE_WITH_LOGITS, NONE, "weight of the last axis", .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f24, 3, 5), .weight = FLOATS(f32, 5), .value = d97, .gradient = {d98}),
    CASE(BCE_WITH_LOGITS, MEAN, "weight of the last axis", .x = {FLOATS(f36, 3, 5)}, .target = FLOATS(f24, 3, 5),
         .weight = FLOATS(f32, 5), .value = VALUE(0x1.30812b5p+0), .gradient = {d99}),
    CASE(BCE_WITH_LOGITS, NONE, "pos_weight", .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f24, 3, 5), .pos_weight = FLOATS(f37, 5), .value = d100, .gradient = {d101}),
    CASE(BCE_WITH_LOGITS, MEAN, "pos_weight", .x = {FLOATS(f36, 3, 5)}, .target = FLOATS(f24, 3, 5),
         .pos_weight = FLOATS(f37, 5), .value = VALUE(0x1.045ef49p+0), .gradient = {d102}),
    CASE(BCE_WITH_LOGITS, NONE, "pos_weight of one", .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f24, 3, 5), .pos_weight = FLOATS(f38, 1), .value = d103, .gradient = {d104}),
    CASE(BCE_WITH_LOGITS, MEAN, "pos_weight of one", .x = {FLOATS(f36, 3, 5)}, .target = FLOATS(f24, 3, 5),
         .pos_weight = FLOATS(f38, 1), .value = VALUE(0x1.20b3611p+0), .gradient = {d105}),
    CASE(BCE_WITH_LOGITS, NONE, "weight and pos_weight", .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f24, 3, 5), .weight = FLOATS(f31, 3, 5), .pos_weight = FLOATS(f37, 5), .value = d106,
         .gradient = {d107}),
    CASE(BCE_WITH_LOGITS, MEAN, "weight and pos_weight", .x = {FLOATS(f36, 3, 5)}, .target = FLOATS(f24, 3, 5),
         .weight = FLOATS(f31, 3, 5), .pos_weight = FLOATS(f37, 5), .value = VALUE(0x1.021469bp+0), .gradient = {d108}),
    CASE(BCE_WITH_LOGITS, NONE, "label_smoothing", .options = {REAL(label_smoothing, 0x1.99999ap-3f)},
         .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f30, 3, 5), .value = d109,
         .gradient = {d110}),
    CASE(SIGMOID_FOCAL, NONE, "", .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f30, 3, 5),
         .value = d111, .gradient = {d112}),
    CASE(SIGMOID_FOCAL, MEAN, "", .x = {FLOATS(f36, 3, 5)}, .target = FLOATS(f30, 3, 5), .value = VALUE(0x1.770fb85p-3),
         .gradient = {d113}),
    CASE(SIGMOID_FOCAL, SUM, "", .x = {FLOATS(f36, 3, 5)}, .target = FLOATS(f30, 3, 5), .value = VALUE(0x1.5f9ebcdp+1),
         .gradient = {d114}),
    CASE(SIGMOID_FOCAL, NONE, "alpha 0.7 gamma 2.0", .options = {REAL(alpha, 0x1.666666p-1f), REAL(gamma, 0x1p+1f)},
         .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f30, 3, 5), .value = d115,
         .gradient = {d116}),
    CASE(SIGMOID_FOCAL, NONE, "alpha -1.0 gamma 2.0", .options = {REAL(alpha, -0x1p+0f), REAL(gamma, 0x1p+1f)},
         .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f30, 3, 5), .value = d117,
         .gradient = {d118}),
    CASE(SIGMOID_FOCAL, NONE, "alpha 0.25 gamma 0.5", .options = {REAL(alpha, 0x1p-2f), REAL(gamma, 0x1p-1f)},
         .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f30, 3, 5), .value = d119,
         .gradient = {d120}),
    CASE(SIGMOID_FOCAL, NONE, "alpha 0.25 gamma 0.0", .options = {REAL(alpha, 0x1p-2f), REAL(gamma, 0x0p+0f)},
         .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f30, 3, 5), .value = d121,
         .gradient = {d122}),
    CASE(SIGMOID_FOCAL, NONE, "alpha 0.25 gamma 1.0", .options = {REAL(alpha, 0x1p-2f), REAL(gamma, 0x1p+0f)},
         .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f30, 3, 5), .value = d123,
         .gradient = {d124}),
    CASE(SIGMOID_FOCAL, NONE, "alpha -1.0 gamma 5.0", .options = {REAL(alpha, -0x1p+0f), REAL(gamma, 0x1.4p+2f)},
         .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f30, 3, 5), .value = d125,
         .gradient = {d126}),
    CASE(SIGMOID_FOCAL, NONE, "soft", .x = {FLOATS(f36, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f24, 3, 5),
         .value = d127, .gradient = {d128}),
    CASE(SIGMOID_FOCAL, MEAN, "soft", .x = {FLOATS(f36, 3, 5)}, .target = FLOATS(f24, 3, 5), .value = VALUE(0x1.5b08ea1p-4),
         .gradient = {d129}),
    CASE(HINGE, NONE, "", .x = {FLOATS(f39, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f40, 3, 5),
         .value = d130, .gradient = {d131}),
    CASE(HINGE, MEAN, "", .x = {FLOATS(f39, 3, 5)}, .target = FLOATS(f40, 3, 5), .value = VALUE(0x1.5a8d543p+0),
         .gradient = {d132}),
    CASE(HINGE, SUM, "", .x = {FLOATS(f39, 3, 5)}, .target = FLOATS(f40, 3, 5), .value = VALUE(0x1.44e47eep+4),
         .gradient = {d133}),
    CASE(SQUARED_HINGE, NONE, "", .x = {FLOATS(f39, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f40, 3, 5),
         .value = d134, .gradient = {d135}),
    CASE(SQUARED_HINGE, MEAN, "", .x = {FLOATS(f39, 3, 5)}, .target = FLOATS(f40, 3, 5), .value = VALUE(0x1.9baa726p+1),
         .gradient = {d136}),
    CASE(SQUARED_HINGE, SUM, "", .x = {FLOATS(f39, 3, 5)}, .target = FLOATS(f40, 3, 5), .value = VALUE(0x1.81efcb3p+5),
         .gradient = {d137}),
    CASE(SOFT_MARGIN, NONE, "", .x = {FLOATS(f41, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f40, 3, 5),
         .value = d138, .gradient = {d139}),
    CASE(SOFT_MARGIN, MEAN, "", .x = {FLOATS(f41, 3, 5)}, .target = FLOATS(f40, 3, 5), .value = VALUE(0x1.34b49fap+0),
         .gradient = {d140}),
    CASE(SOFT_MARGIN, SUM, "", .x = {FLOATS(f41, 3, 5)}, .target = FLOATS(f40, 3, 5), .value = VALUE(0x1.216955ap+4),
         .gradient = {d141}),
    CASE(SOFT_MARGIN, NONE, "far", .x = {FLOATS(f42, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f40, 3, 5),
         .value = d142, .gradient = {d143}),
    CASE(HINGE_EMBEDDING, NONE, "", .x = {FLOATS(f39, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f40, 3, 5),
         .value = d144, .gradient = {d145}),
    CASE(HINGE_EMBEDDING, MEAN, "", .x = {FLOATS(f39, 3, 5)}, .target = FLOATS(f40, 3, 5), .value = VALUE(0x1.20b10b2p-1),
         .gradient = {d146}),
    CASE(HINGE_EMBEDDING, SUM, "", .x = {FLOATS(f39, 3, 5)}, .target = FLOATS(f40, 3, 5), .value = VALUE(0x1.0ea5fa7p+3),
         .gradient = {d147}),
    CASE(HINGE_EMBEDDING, NONE, "margin 0.5", .options = {REAL(margin, 0x1p-1f)}, .x = {FLOATS(f43, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f40, 3, 5), .value = d148, .gradient = {d149}),
    CASE(MARGIN_RANKING, NONE, "", .x = {FLOATS(f44, 3, 5), FLOATS(f45, 3, 5)}, .upstream = FLOATS(f1, 3, 5),
         .target = FLOATS(f40, 3, 5), .value = d150, .gradient = {d151, d152}),
    CASE(MARGIN_RANKING, MEAN, "", .x = {FLOATS(f44, 3, 5), FLOATS(f45, 3, 5)}, .target = FLOATS(f40, 3, 5),
         .value = VALUE(0x1.d6b241cp-1), .gradient = {d153, d154}),
    CASE(MARGIN_RANKING, SUM, "", .x = {FLOATS(f44, 3, 5), FLOATS(f45, 3, 5)}, .target = FLOATS(f40, 3, 5),
         .value = VALUE(0x1.b9471dap+3), .gradient = {d155, d156}),
    CASE(MARGIN_RANKING, NONE, "margin 0.5", .options = {REAL(margin, 0x1p-1f)},
         .x = {FLOATS(f44, 3, 5), FLOATS(f45, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f40, 3, 5),
         .value = d157, .gradient = {d158, d159}),
    CASE(MARGIN_RANKING, MEAN, "margin 0.5", .options = {REAL(margin, 0x1p-1f)},
         .x = {FLOATS(f44, 3, 5), FLOATS(f45, 3, 5)}, .target = FLOATS(f40, 3, 5), .value = VALUE(0x1.3914a5bp+0),
         .gradient = {d160, d161}),
    CASE(MARGIN_RANKING, NONE, "margin -0.25", .options = {REAL(margin, -0x1p-2f)},
         .x = {FLOATS(f44, 3, 5), FLOATS(f45, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f40, 3, 5),
         .value = d162, .gradient = {d151, d152}),
    CASE(MARGIN_RANKING, MEAN, "margin -0.25", .options = {REAL(margin, -0x1p-2f)},
         .x = {FLOATS(f44, 3, 5), FLOATS(f45, 3, 5)}, .target = FLOATS(f40, 3, 5), .value = VALUE(0x1.9af686p-1),
         .gradient = {d153, d154}),
    CASE(KL_DIV, NONE, "", .x = {FLOATS(f46, 3, 5)}, .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f47, 3, 5),
         .value = d163, .gradient = {d164}),
    CASE(KL_DIV, MEAN, "", .x = {FLOATS(f46, 3, 5)}, .target = FLOATS(f47, 3, 5), .value = VALUE(0x1.cbb1726p-3),
         .gradient = {d165}),
    CASE(KL_DIV, SUM, "", .x = {FLOATS(f46, 3, 5)}, .target = FLOATS(f47, 3, 5), .value = VALUE(0x1.aef65b4p+1),
         .gradient = {d166}),
    CASE(KL_DIV, BATCHMEAN, "", .x = {FLOATS(f46, 3, 5)}, .target = FLOATS(f47, 3, 5), .value = VALUE(0x1.1f4ee78p+0),
         .gradient = {d167}),
    CASE(KL_DIV, NONE, "log_target", .options = {BOOL(log_target, 1)}, .x = {FLOATS(f46, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f48, 3, 5), .value = d168, .gradient = {d169}),
    CASE(KL_DIV, MEAN, "log_target", .options = {BOOL(log_target, 1)}, .x = {FLOATS(f46, 3, 5)},
         .target = FLOATS(f48, 3, 5), .value = VALUE(0x1.b1bc2dep-3), .gradient = {d170}),
    CASE(KL_DIV, SUM, "log_target", .options = {BOOL(log_target, 1)}, .x = {FLOATS(f46, 3, 5)}, .target = FLOATS(f48, 3, 5),
         .value = VALUE(0x1.96a06bp+1), .gradient = {d171}),
    CASE(KL_DIV, BATCHMEAN, "log_target", .options = {BOOL(log_target, 1)}, .x = {FLOATS(f46, 3, 5)},
         .target = FLOATS(f48, 3, 5), .value = VALUE(0x1.0f159cap+0), .gradient = {d172}),
    CASE(KL_DIV, MEAN, "2x3x4", .x = {FLOATS(f49, 2, 3, 4)}, .target = FLOATS(f50, 2, 3, 4), .value = VALUE(0x1.2b7d3a3p-2),
         .gradient = {d173}),
    CASE(KL_DIV, BATCHMEAN, "2x3x4", .x = {FLOATS(f49, 2, 3, 4)}, .target = FLOATS(f50, 2, 3, 4),
         .value = VALUE(0x1.c13bd74p+1), .gradient = {d174}),
    CASE(KL_DIV, NONE, "from_probabilities", .options = {BOOL(from_probabilities, 1)}, .x = {FLOATS(f51, 3, 5)},
         .upstream = FLOATS(f1, 3, 5), .target = FLOATS(f47, 3, 5), .value = d175, .gradient = {d176}),
    CASE(KL_DIV, MEAN, "from_probabilities", .options = {BOOL(from_probabilities, 1)}, .x = {FLOATS(f51, 3, 5)},
         .target = FLOATS(f47, 3, 5), .value = VALUE(0x1.2149555p-5), .gradient = {d177}),
    CASE(KL_DIV, SUM, "from_probabilities", .options = {BOOL(from_probabilities, 1)}, .x = {FLOATS(f51, 3, 5)},
         .target = FLOATS(f47, 3, 5), .value = VALUE(0x1.0f34cp-1), .gradient = {d178}),
    CASE(KL_DIV, BATCHMEAN, "from_probabilities", .options = {BOOL(from_probabilities, 1)}, .x = {FLOATS(f51, 3, 5)},
         .target = FLOATS(f47, 3, 5), .value = VALUE(0x1.699baaap-3), .gradient = {d179}),
    CASE(CROSS_ENTROPY, NONE, "", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4),
         .value = d180, .gradient = {d181}),
    CASE(CROSS_ENTROPY, MEAN, "", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.6790827p+1),
         .gradient = {d182}),
    CASE(CROSS_ENTROPY, SUM, "", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.6790827p+3),
         .gradient = {d183}),
    CASE(CROSS_ENTROPY, NONE, "weight", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4),
         .weight = FLOATS(f54, 5), .value = d184, .gradient = {d185}),
    CASE(CROSS_ENTROPY, MEAN, "weight", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .weight = FLOATS(f54, 5),
         .value = VALUE(0x1.74863d1p+1), .gradient = {d186}),
    CASE(CROSS_ENTROPY, NONE, "ignored", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i1, 4),
         .value = d187, .gradient = {d188}),
    CASE(CROSS_ENTROPY, MEAN, "ignored", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i1, 4), .value = VALUE(0x1.66c7977p+1),
         .gradient = {d189}),
    CASE(CROSS_ENTROPY, NONE, "ignored weight", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i1, 4),
         .weight = FLOATS(f54, 5), .value = d190, .gradient = {d191}),
    CASE(CROSS_ENTROPY, MEAN, "ignored weight", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i1, 4), .weight = FLOATS(f54, 5),
         .value = VALUE(0x1.770a1d1p+1), .gradient = {d192}),
    CASE(CROSS_ENTROPY, NONE, "ignored is a class", .options = {INT(ignore_index, 2)}, .x = {FLOATS(f52, 4, 5)},
         .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .value = d193, .gradient = {d194}),
    CASE(CROSS_ENTROPY, MEAN, "ignored is a class", .options = {INT(ignore_index, 2)}, .x = {FLOATS(f52, 4, 5)},
         .target = INTS(i0, 4), .value = VALUE(0x1.61f8d66p+1), .gradient = {d195}),
    CASE(CROSS_ENTROPY, NONE, "smoothing", .options = {REAL(label_smoothing, 0x1.99999ap-4f)}, .x = {FLOATS(f52, 4, 5)},
         .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .value = d196, .gradient = {d197}),
    CASE(CROSS_ENTROPY, MEAN, "smoothing", .options = {REAL(label_smoothing, 0x1.99999ap-4f)}, .x = {FLOATS(f52, 4, 5)},
         .target = INTS(i0, 4), .value = VALUE(0x1.6938893p+1), .gradient = {d198}),
    CASE(CROSS_ENTROPY, NONE, "smoothing weight", .options = {REAL(label_smoothing, 0x1.99999ap-4f)},
         .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .weight = FLOATS(f54, 5),
         .value = d199, .gradient = {d200}),
    CASE(CROSS_ENTROPY, MEAN, "smoothing weight", .options = {REAL(label_smoothing, 0x1.99999ap-4f)},
         .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .weight = FLOATS(f54, 5), .value = VALUE(0x1.71cb1bp+1),
         .gradient = {d201}),
    CASE(CROSS_ENTROPY, NONE, "smoothing ignored weight", .options = {REAL(label_smoothing, 0x1.99999ap-4f)},
         .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i1, 4), .weight = FLOATS(f54, 5),
         .value = d202, .gradient = {d203}),
    CASE(CROSS_ENTROPY, MEAN, "smoothing ignored weight", .options = {REAL(label_smoothing, 0x1.99999ap-4f)},
         .x = {FLOATS(f52, 4, 5)}, .target = INTS(i1, 4), .weight = FLOATS(f54, 5), .value = VALUE(0x1.70512f1p+1),
         .gradient = {d204}),
    CASE(CROSS_ENTROPY, MEAN, "smoothing 1", .options = {REAL(label_smoothing, 0x1p+0f)}, .x = {FLOATS(f52, 4, 5)},
         .target = INTS(i0, 4), .weight = FLOATS(f54, 5), .value = VALUE(0x1.5936e84p+1), .gradient = {d205}),
    CASE(CROSS_ENTROPY, NONE, "2x3x4", .x = {FLOATS(f55, 2, 3, 4)}, .upstream = FLOATS(f56, 2, 3), .target = INTS(i2, 2, 3),
         .value = d206, .gradient = {d207}),
    CASE(CROSS_ENTROPY, MEAN, "2x3x4", .x = {FLOATS(f55, 2, 3, 4)}, .target = INTS(i2, 2, 3),
         .value = VALUE(0x1.7378d0cp+1), .gradient = {d208}),
    CASE(CROSS_ENTROPY, NONE, "all ignored", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i3, 4),
         .value = d209, .gradient = {d210}),
    CASE(CROSS_ENTROPY, MEAN, "all ignored", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i3, 4), .value = VALUE(NAN),
         .gradient = {d210}),
    CASE(CROSS_ENTROPY, MEAN, "weights of 0", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i4, 4), .weight = FLOATS(f57, 5),
         .value = VALUE(NAN), .gradient = {d211}),
    CASE(CROSS_ENTROPY, NONE, "one class", .x = {FLOATS(f58, 3, 1)}, .upstream = FLOATS(f59, 3), .target = INTS(i5, 3),
         .value = d212, .gradient = {d213}),
    CASE(CROSS_ENTROPY, MEAN, "one class", .x = {FLOATS(f58, 3, 1)}, .target = INTS(i5, 3), .value = VALUE(0x0p+0),
         .gradient = {d213}),
    CASE(CROSS_ENTROPY, NONE, "masked", .x = {FLOATS(f60, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4),
         .value = d214, .gradient = {d215}),
    CASE(CROSS_ENTROPY, MEAN, "masked", .x = {FLOATS(f60, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.31d10fcp+1),
         .gradient = {d216}),
    CASE(CROSS_ENTROPY, NONE, "masked label", .x = {FLOATS(f60, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i6, 4),
         .value = d217, .gradient = {d218}),
    CASE(CROSS_ENTROPY, MEAN, "all ignored, 0", .options = {INT(empty, NADIR_EMPTY_ZERO)}, .x = {FLOATS(f52, 4, 5)},
         .target = INTS(i3, 4), .value = VALUE(0x0p+0), .gradient = {d210}),
    CASE(CROSS_ENTROPY, NONE, "soft", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = FLOATS(f61, 4, 5),
         .value = d219, .gradient = {d220}),
    CASE(CROSS_ENTROPY, MEAN, "soft", .x = {FLOATS(f52, 4, 5)}, .target = FLOATS(f61, 4, 5), .value = VALUE(0x1.7ac6fb2p+1),
         .gradient = {d221}),
    CASE(CROSS_ENTROPY, NONE, "soft weight", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f61, 4, 5), .weight = FLOATS(f54, 5), .value = d222, .gradient = {d223}),
    CASE(CROSS_ENTROPY, MEAN, "soft weight", .x = {FLOATS(f52, 4, 5)}, .target = FLOATS(f61, 4, 5),
         .weight = FLOATS(f54, 5), .value = VALUE(0x1.ae30477p+1), .gradient = {d224}),
    CASE(CROSS_ENTROPY, NONE, "soft not normalised", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f62, 4, 5), .weight = FLOATS(f54, 5), .value = d225, .gradient = {d226}),
    CASE(CROSS_ENTROPY, MEAN, "soft not normalised", .x = {FLOATS(f52, 4, 5)}, .target = FLOATS(f62, 4, 5),
         .weight = FLOATS(f54, 5), .value = VALUE(0x1.2ef00bcp+3), .gradient = {d227}),
    CASE(CROSS_ENTROPY, NONE, "soft smoothing", .options = {REAL(label_smoothing, 0x1.99999ap-4f)},
         .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = FLOATS(f61, 4, 5), .value = d228,
         .gradient = {d229}),
    CASE(CROSS_ENTROPY, MEAN, "soft smoothing", .options = {REAL(label_smoothing, 0x1.99999ap-4f)},
         .x = {FLOATS(f52, 4, 5)}, .target = FLOATS(f61, 4, 5), .value = VALUE(0x1.7a8329p+1), .gradient = {d230}),
    CASE(CROSS_ENTROPY, NONE, "soft smoothing weight", .options = {REAL(label_smoothing, 0x1.99999ap-4f)},
         .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = FLOATS(f62, 4, 5), .weight = FLOATS(f54, 5),
         .value = d231, .gradient = {d232}),
    CASE(CROSS_ENTROPY, MEAN, "soft smoothing weight", .options = {REAL(label_smoothing, 0x1.99999ap-4f)},
         .x = {FLOATS(f52, 4, 5)}, .target = FLOATS(f62, 4, 5), .weight = FLOATS(f54, 5), .value = VALUE(0x1.1ab5a5ap+3),
         .gradient = {d233}),
    CASE(CROSS_ENTROPY, NONE, "one-hot weight", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f63, 4, 5), .weight = FLOATS(f54, 5), .value = d184, .gradient = {d185}),
    CASE(CROSS_ENTROPY, MEAN, "one-hot weight", .x = {FLOATS(f52, 4, 5)}, .target = FLOATS(f63, 4, 5),
         .weight = FLOATS(f54, 5), .value = VALUE(0x1.b27a443p+1), .gradient = {d234}),
    CASE(CROSS_ENTROPY, NONE, "soft 2x3x4", .x = {FLOATS(f64, 2, 3, 4)}, .upstream = FLOATS(f56, 2, 3),
         .target = FLOATS(f65, 2, 3, 4), .value = d235, .gradient = {d236}),
    CASE(CROSS_ENTROPY, MEAN, "soft 2x3x4", .x = {FLOATS(f64, 2, 3, 4)}, .target = FLOATS(f65, 2, 3, 4),
         .value = VALUE(0x1.0777faap+2), .gradient = {d237}),
    CASE(CROSS_ENTROPY, NONE, "z_loss", .options = {REAL(z_loss, 0x1.99999ap-5f)}, .x = {FLOATS(f52, 4, 5)},
         .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .value = d238, .gradient = {d239}),
    CASE(CROSS_ENTROPY, MEAN, "z_loss", .options = {REAL(z_loss, 0x1.99999ap-5f)}, .x = {FLOATS(f52, 4, 5)},
         .target = INTS(i0, 4), .value = VALUE(0x1.bddba0ep+1), .gradient = {d240}),
    CASE(CROSS_ENTROPY, NONE, "z_loss smoothing ignored weight",
         .options = {REAL(z_loss, 0x1.99999ap-5f), REAL(label_smoothing, 0x1.99999ap-4f)}, .x = {FLOATS(f52, 4, 5)},
         .upstream = FLOATS(f53, 4), .target = INTS(i1, 4), .weight = FLOATS(f54, 5), .value = d241, .gradient = {d242}),
    CASE(CROSS_ENTROPY, MEAN, "z_loss smoothing ignored weight",
         .options = {REAL(z_loss, 0x1.99999ap-5f), REAL(label_smoothing, 0x1.99999ap-4f)}, .x = {FLOATS(f52, 4, 5)},
         .target = INTS(i1, 4), .weight = FLOATS(f54, 5), .value = VALUE(0x1.ad31318p+1), .gradient = {d243}),
    CASE(CROSS_ENTROPY, NONE, "z_loss soft", .options = {REAL(z_loss, 0x1.99999ap-5f)}, .x = {FLOATS(f52, 4, 5)},
         .upstream = FLOATS(f53, 4), .target = FLOATS(f62, 4, 5), .value = d244, .gradient = {d245}),
    CASE(CROSS_ENTROPY, MEAN, "z_loss soft", .options = {REAL(z_loss, 0x1.99999ap-5f)}, .x = {FLOATS(f52, 4, 5)},
         .target = FLOATS(f62, 4, 5), .value = VALUE(0x1.23000dcp+3), .gradient = {d246}),
    CASE(CROSS_ENTROPY, NONE, "sample_weight", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4),
         .sample_weight = FLOATS(f66, 4), .value = d247, .gradient = {d248}),
    CASE(CROSS_ENTROPY, MEAN, "sample_weight", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4),
         .sample_weight = FLOATS(f66, 4), .value = VALUE(0x1.5840934p+1), .gradient = {d249}),
    CASE(CROSS_ENTROPY, NONE, "sample_weight ignored weight", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = INTS(i1, 4), .weight = FLOATS(f54, 5), .sample_weight = FLOATS(f66, 4), .value = d250,
         .gradient = {d251}),
    CASE(CROSS_ENTROPY, MEAN, "sample_weight ignored weight", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i1, 4),
         .weight = FLOATS(f54, 5), .sample_weight = FLOATS(f66, 4), .value = VALUE(0x1.577cb6ep+1), .gradient = {d252}),
    CASE(CROSS_ENTROPY, NONE, "sample_weight soft", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f62, 4, 5), .weight = FLOATS(f54, 5), .sample_weight = FLOATS(f66, 4), .value = d253,
         .gradient = {d254}),
    CASE(CROSS_ENTROPY, MEAN, "sample_weight soft", .x = {FLOATS(f52, 4, 5)}, .target = FLOATS(f62, 4, 5),
         .weight = FLOATS(f54, 5), .sample_weight = FLOATS(f66, 4), .value = VALUE(0x1.d9cf7bfp+2), .gradient = {d255}),
    CASE(CROSS_ENTROPY, MEAN, "by valid ignored weight", .options = {INT(denominator, NADIR_DENOMINATOR_VALID)},
         .x = {FLOATS(f52, 4, 5)}, .target = INTS(i1, 4), .weight = FLOATS(f54, 5), .value = VALUE(0x1.d76a525p+1),
         .gradient = {d256}),
    CASE(CROSS_ENTROPY, MEAN, "by count ignored weight", .options = {INT(denominator, NADIR_DENOMINATOR_COUNT)},
         .x = {FLOATS(f52, 4, 5)}, .target = INTS(i1, 4), .weight = FLOATS(f54, 5), .value = VALUE(0x1.618fbdcp+1),
         .gradient = {d257}),
    CASE(FOCAL, NONE, "", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .value = d258,
         .gradient = {d259}),
    CASE(FOCAL, MEAN, "", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.4564371p-1),
         .gradient = {d260}),
    CASE(FOCAL, SUM, "", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.4564371p+1),
         .gradient = {d261}),
    CASE(FOCAL, NONE, "weight", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4),
         .weight = FLOATS(f54, 5), .value = d262, .gradient = {d263}),
    CASE(FOCAL, MEAN, "weight", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .weight = FLOATS(f54, 5),
         .value = VALUE(0x1.556a9e1p-1), .gradient = {d264}),
    CASE(FOCAL, NONE, "ignored weight", .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i1, 4),
         .weight = FLOATS(f54, 5), .value = d265, .gradient = {d266}),
    CASE(FOCAL, MEAN, "ignored weight", .x = {FLOATS(f52, 4, 5)}, .target = INTS(i1, 4), .weight = FLOATS(f54, 5),
         .value = VALUE(0x1.5a68d62p-1), .gradient = {d267}),
    CASE(FOCAL, MEAN, "2x3x4", .x = {FLOATS(f67, 2, 3, 4)}, .target = INTS(i7, 2, 3), .value = VALUE(0x1.e081241p-4),
         .gradient = {d268}),
    CASE(FOCAL, NONE, "alpha 1.0 gamma 0.5", .options = {REAL(alpha, 0x1p+0f), REAL(gamma, 0x1p-1f)},
         .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .value = d269, .gradient = {d270}),
    CASE(FOCAL, MEAN, "alpha 1.0 gamma 0.5", .options = {REAL(alpha, 0x1p+0f), REAL(gamma, 0x1p-1f)},
         .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.5c31a19p+1), .gradient = {d271}),
    CASE(FOCAL, NONE, "alpha 1.0 gamma 0.0", .options = {REAL(alpha, 0x1p+0f), REAL(gamma, 0x0p+0f)},
         .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .value = d180, .gradient = {d181}),
    CASE(FOCAL, MEAN, "alpha 1.0 gamma 0.0", .options = {REAL(alpha, 0x1p+0f), REAL(gamma, 0x0p+0f)},
         .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.6790827p+1), .gradient = {d182}),
    CASE(FOCAL, NONE, "alpha 0.5 gamma 1.0", .options = {REAL(alpha, 0x1p-1f), REAL(gamma, 0x1p+0f)},
         .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .value = d272, .gradient = {d273}),
    CASE(FOCAL, MEAN, "alpha 0.5 gamma 1.0", .options = {REAL(alpha, 0x1p-1f), REAL(gamma, 0x1p+0f)},
         .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.5346aa5p+0), .gradient = {d274}),
    CASE(FOCAL, NONE, "alpha -1.0 gamma 5.0", .options = {REAL(alpha, -0x1p+0f), REAL(gamma, 0x1.4p+2f)},
         .x = {FLOATS(f52, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .value = d275, .gradient = {d276}),
    CASE(FOCAL, MEAN, "alpha -1.0 gamma 5.0", .options = {REAL(alpha, -0x1p+0f), REAL(gamma, 0x1.4p+2f)},
         .x = {FLOATS(f52, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.26a8cc4p+1), .gradient = {d277}),
    CASE(NLL, NONE, "", .x = {FLOATS(f68, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i8, 4), .value = d278,
         .gradient = {d279}),
    CASE(NLL, MEAN, "", .x = {FLOATS(f68, 4, 5)}, .target = INTS(i8, 4), .value = VALUE(0x1.f5778p+0), .gradient = {d280}),
    CASE(NLL, SUM, "", .x = {FLOATS(f68, 4, 5)}, .target = INTS(i8, 4), .value = VALUE(0x1.f5778p+2), .gradient = {d281}),
    CASE(NLL, NONE, "weight", .x = {FLOATS(f68, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i8, 4),
         .weight = FLOATS(f69, 5), .value = d282, .gradient = {d283}),
    CASE(NLL, MEAN, "weight", .x = {FLOATS(f68, 4, 5)}, .target = INTS(i8, 4), .weight = FLOATS(f69, 5),
         .value = VALUE(0x1.d8df0fp+0), .gradient = {d284}),
    CASE(NLL, NONE, "ignored", .x = {FLOATS(f68, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i9, 4), .value = d285,
         .gradient = {d286}),
    CASE(NLL, MEAN, "ignored", .x = {FLOATS(f68, 4, 5)}, .target = INTS(i9, 4), .value = VALUE(0x1.6de8615p+0),
         .gradient = {d287}),
    CASE(NLL, NONE, "ignored weight", .x = {FLOATS(f68, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i9, 4),
         .weight = FLOATS(f69, 5), .value = d288, .gradient = {d289}),
    CASE(NLL, MEAN, "ignored weight", .x = {FLOATS(f68, 4, 5)}, .target = INTS(i9, 4), .weight = FLOATS(f69, 5),
         .value = VALUE(0x1.577dc44p+0), .gradient = {d290}),
    CASE(NLL, NONE, "ignored is a class", .options = {INT(ignore_index, 4)}, .x = {FLOATS(f68, 4, 5)},
         .upstream = FLOATS(f53, 4), .target = INTS(i8, 4), .value = d291, .gradient = {d292}),
    CASE(NLL, MEAN, "ignored is a class", .options = {INT(ignore_index, 4)}, .x = {FLOATS(f68, 4, 5)},
         .target = INTS(i8, 4), .value = VALUE(0x1.0191b8bp+1), .gradient = {d293}),
    CASE(NLL, NONE, "2x3x4", .x = {FLOATS(f70, 2, 3, 4)}, .upstream = FLOATS(f56, 2, 3), .target = INTS(i10, 2, 3),
         .value = d294, .gradient = {d295}),
    CASE(NLL, MEAN, "2x3x4", .x = {FLOATS(f70, 2, 3, 4)}, .target = INTS(i10, 2, 3), .value = VALUE(-0x1.ab157p-3),
         .gradient = {d296}),
    CASE(NLL, MEAN, "all ignored", .x = {FLOATS(f68, 4, 5)}, .target = INTS(i3, 4), .value = VALUE(NAN), .gradient = {d210}),
    CASE(NLL, SUM, "all ignored", .x = {FLOATS(f68, 4, 5)}, .target = INTS(i3, 4), .value = VALUE(0x0p+0),
         .gradient = {d210}),
    CASE(MULTI_MARGIN, NONE, "", .x = {FLOATS(f71, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i8, 4), .value = d297,
         .gradient = {d298}),
    CASE(MULTI_MARGIN, MEAN, "", .x = {FLOATS(f71, 4, 5)}, .target = INTS(i8, 4), .value = VALUE(0x1.4eba399p-2),
         .gradient = {d299}),
    CASE(MULTI_MARGIN, SUM, "", .x = {FLOATS(f71, 4, 5)}, .target = INTS(i8, 4), .value = VALUE(0x1.4eba399p+0),
         .gradient = {d300}),
    CASE(MULTI_MARGIN, NONE, "p 2", .options = {REAL(p, 0x1p+1f)}, .x = {FLOATS(f71, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = INTS(i8, 4), .value = d301, .gradient = {d302}),
    CASE(MULTI_MARGIN, MEAN, "p 2", .options = {REAL(p, 0x1p+1f)}, .x = {FLOATS(f71, 4, 5)}, .target = INTS(i8, 4),
         .value = VALUE(0x1.2575848p-1), .gradient = {d303}),
    CASE(MULTI_MARGIN, NONE, "weight", .x = {FLOATS(f72, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i8, 4),
         .weight = FLOATS(f69, 5), .value = d304, .gradient = {d305}),
    CASE(MULTI_MARGIN, MEAN, "weight", .x = {FLOATS(f72, 4, 5)}, .target = INTS(i8, 4), .weight = FLOATS(f69, 5),
         .value = VALUE(0x1.6f13079p-1), .gradient = {d306}),
    CASE(MULTI_MARGIN, NONE, "p 2 weight margin 0.5", .options = {REAL(p, 0x1p+1f), REAL(margin, 0x1p-1f)},
         .x = {FLOATS(f72, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i8, 4), .weight = FLOATS(f69, 5),
         .value = d307, .gradient = {d308}),
    CASE(MULTI_MARGIN, MEAN, "p 2 weight margin 0.5", .options = {REAL(p, 0x1p+1f), REAL(margin, 0x1p-1f)},
         .x = {FLOATS(f72, 4, 5)}, .target = INTS(i8, 4), .weight = FLOATS(f69, 5), .value = VALUE(0x1.63b57abp+0),
         .gradient = {d309}),
    CASE(CRAMMER_SINGER, NONE, "", .x = {FLOATS(f73, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i8, 4),
         .value = d310, .gradient = {d311}),
    CASE(CRAMMER_SINGER, MEAN, "", .x = {FLOATS(f73, 4, 5)}, .target = INTS(i8, 4), .value = VALUE(0x1.8c0a00dp+0),
         .gradient = {d312}),
    CASE(CRAMMER_SINGER, SUM, "", .x = {FLOATS(f73, 4, 5)}, .target = INTS(i8, 4), .value = VALUE(0x1.8c0a00dp+2),
         .gradient = {d313}),
    CASE(CRAMMER_SINGER, NONE, "margin 2.5", .options = {REAL(margin, 0x1.4p+1f)}, .x = {FLOATS(f73, 4, 5)},
         .upstream = FLOATS(f53, 4), .target = INTS(i8, 4), .value = d314, .gradient = {d315}),
    CASE(CRAMMER_SINGER, MEAN, "margin 2.5", .options = {REAL(margin, 0x1.4p+1f)}, .x = {FLOATS(f73, 4, 5)},
         .target = INTS(i8, 4), .value = VALUE(0x1.54622a8p+1), .gradient = {d316}),
    CASE(CATEGORICAL_HINGE, NONE, "", .x = {FLOATS(f73, 4, 5)}, .upstream = FLOATS(f53, 4), .target = FLOATS(f74, 4, 5),
         .value = d310, .gradient = {d311}),
    CASE(CATEGORICAL_HINGE, MEAN, "", .x = {FLOATS(f73, 4, 5)}, .target = FLOATS(f74, 4, 5), .value = VALUE(0x1.8c0a00dp+0),
         .gradient = {d312}),
    CASE(CATEGORICAL_HINGE, SUM, "", .x = {FLOATS(f73, 4, 5)}, .target = FLOATS(f74, 4, 5), .value = VALUE(0x1.8c0a00dp+2),
         .gradient = {d313}),
    CASE(CATEGORICAL_HINGE, NONE, "negative scores", .x = {FLOATS(f75, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f74, 4, 5), .value = d317, .gradient = {d318}),
    CASE(CATEGORICAL_HINGE, MEAN, "negative scores", .x = {FLOATS(f75, 4, 5)}, .target = FLOATS(f74, 4, 5),
         .value = VALUE(0x1.0de1478p+0), .gradient = {d319}),
    CASE(NLL, NONE, "sample_weight weight", .x = {FLOATS(f68, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i9, 4),
         .weight = FLOATS(f69, 5), .sample_weight = FLOATS(f76, 4), .value = d320, .gradient = {d321}),
    CASE(NLL, MEAN, "sample_weight weight", .x = {FLOATS(f68, 4, 5)}, .target = INTS(i9, 4), .weight = FLOATS(f69, 5),
         .sample_weight = FLOATS(f76, 4), .value = VALUE(0x1.36382a5p+0), .gradient = {d322}),
    CASE(MULTI_MARGIN, NONE, "sample_weight", .x = {FLOATS(f72, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i8, 4),
         .sample_weight = FLOATS(f76, 4), .value = d323, .gradient = {d324}),
    CASE(MULTI_MARGIN, MEAN, "sample_weight", .x = {FLOATS(f72, 4, 5)}, .target = INTS(i8, 4),
         .sample_weight = FLOATS(f76, 4), .value = VALUE(0x1.ed77681p-2), .gradient = {d325}),
    CASE(COSINE_EMBEDDING, NONE, "", .x = {FLOATS(f77, 4, 6), FLOATS(f78, 4, 6)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f79, 4), .value = d326, .gradient = {d327, d328}),
    CASE(COSINE_EMBEDDING, MEAN, "", .x = {FLOATS(f77, 4, 6), FLOATS(f78, 4, 6)}, .target = FLOATS(f79, 4),
         .value = VALUE(0x1.bc1b35p-1), .gradient = {d329, d330}),
    CASE(COSINE_EMBEDDING, SUM, "", .x = {FLOATS(f77, 4, 6), FLOATS(f78, 4, 6)}, .target = FLOATS(f79, 4),
         .value = VALUE(0x1.bc1b35p+1), .gradient = {d331, d332}),
    CASE(COSINE_EMBEDDING, NONE, "margin 0.5", .options = {REAL(margin, 0x1p-1f)},
         .x = {FLOATS(f77, 4, 6), FLOATS(f78, 4, 6)}, .upstream = FLOATS(f53, 4), .target = FLOATS(f79, 4), .value = d333,
         .gradient = {d334, d335}),
    CASE(COSINE_EMBEDDING, MEAN, "margin 0.5", .options = {REAL(margin, 0x1p-1f)},
         .x = {FLOATS(f77, 4, 6), FLOATS(f78, 4, 6)}, .target = FLOATS(f79, 4), .value = VALUE(0x1.43cbbb3p-1),
         .gradient = {d336, d337}),
    CASE(COSINE_EMBEDDING, NONE, "other targets", .x = {FLOATS(f77, 4, 6), FLOATS(f78, 4, 6)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f80, 4), .value = d338, .gradient = {d339, d340}),
    CASE(COSINE_EMBEDDING, MEAN, "other targets", .x = {FLOATS(f77, 4, 6), FLOATS(f78, 4, 6)}, .target = FLOATS(f80, 4),
         .value = VALUE(0x1.5c0bb85p-2), .gradient = {d341, d342}),
    CASE(COSINE_EMBEDDING, MEAN, "2x3x4", .x = {FLOATS(f81, 2, 3, 4), FLOATS(f82, 2, 3, 4)}, .target = FLOATS(f83, 2, 3),
         .value = VALUE(0x1.b296ccdp-1), .gradient = {d343, d344}),
    CASE(COSINE_EMBEDDING, NONE, "sample_weight", .x = {FLOATS(f77, 4, 6), FLOATS(f78, 4, 6)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f79, 4), .sample_weight = FLOATS(f84, 4), .value = d345, .gradient = {d346, d347}),
    CASE(COSINE_EMBEDDING, MEAN, "sample_weight", .x = {FLOATS(f77, 4, 6), FLOATS(f78, 4, 6)}, .target = FLOATS(f79, 4),
         .sample_weight = FLOATS(f84, 4), .value = VALUE(0x1.21ba1bcp+0), .gradient = {d348, d349}),
    CASE(TRIPLET_MARGIN, NONE, "", .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)},
         .upstream = FLOATS(f53, 4), .value = d350, .gradient = {d351, d352, d353}),
    CASE(TRIPLET_MARGIN, MEAN, "", .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)},
         .value = VALUE(0x1.0f7848dp-2), .gradient = {d354, d355, d356}),
    CASE(TRIPLET_MARGIN, SUM, "", .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)},
         .value = VALUE(0x1.0f7848dp+0), .gradient = {d357, d358, d359}),
    CASE(TRIPLET_MARGIN, NONE, "swap", .options = {BOOL(swap, 1)},
         .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)}, .upstream = FLOATS(f53, 4), .value = d360,
         .gradient = {d361, d362, d363}),
    CASE(TRIPLET_MARGIN, MEAN, "swap", .options = {BOOL(swap, 1)},
         .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)}, .value = VALUE(0x1.7b84235p+0),
         .gradient = {d364, d365, d366}),
    CASE(TRIPLET_MARGIN, NONE, "p 1", .options = {REAL(p, 0x1p+0f)},
         .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)}, .upstream = FLOATS(f53, 4), .value = d367,
         .gradient = {d368, d369, d370}),
    CASE(TRIPLET_MARGIN, MEAN, "p 1", .options = {REAL(p, 0x1p+0f)},
         .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)}, .value = VALUE(0x1.75febbep-2),
         .gradient = {d368, d371, d372}),
    CASE(TRIPLET_MARGIN, NONE, "p 3 margin 0.5", .options = {REAL(p, 0x1.8p+1f), REAL(margin, 0x1p-1f)},
         .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)}, .upstream = FLOATS(f53, 4), .value = d373,
         .gradient = {d374, d375, d376}),
    CASE(TRIPLET_MARGIN, MEAN, "p 3 margin 0.5", .options = {REAL(p, 0x1.8p+1f), REAL(margin, 0x1p-1f)},
         .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)}, .value = VALUE(0x1.43876a5p-3),
         .gradient = {d377, d378, d379}),
    CASE(TRIPLET_MARGIN, NONE, "p 1.5 swap", .options = {REAL(p, 0x1.8p+0f), BOOL(swap, 1)},
         .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)}, .upstream = FLOATS(f53, 4), .value = d380,
         .gradient = {d381, d382, d383}),
    CASE(TRIPLET_MARGIN, NONE, "eps", .options = {REAL(eps, 0x1p-3f)},
         .x = {FLOATS(f85, 4, 6), FLOATS(f86, 4, 6), FLOATS(f87, 4, 6)}, .upstream = FLOATS(f53, 4), .value = d384,
         .gradient = {d385, d386, d387}),
    CASE(TRIPLET_MARGIN, NONE, "2x3x4", .x = {FLOATS(f88, 2, 3, 4), FLOATS(f89, 2, 3, 4), FLOATS(f90, 2, 3, 4)},
         .upstream = FLOATS(f56, 2, 3), .value = d388, .gradient = {d389, d390, d391}),
    CASE(TRIPLET_MARGIN, MEAN, "2x3x4", .x = {FLOATS(f88, 2, 3, 4), FLOATS(f89, 2, 3, 4), FLOATS(f90, 2, 3, 4)},
         .value = VALUE(0x1.b4ac976p+0), .gradient = {d392, d393, d394}),
    CASE(CTC, NONE, "", .x = {FLOATS(f91, 8, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i11, 4, 3),
         .input_lengths = INTS(i12, 4), .target_lengths = INTS(i13, 4), .value = d395, .gradient = {d396}),
    CASE(CTC, MEAN, "", .x = {FLOATS(f91, 8, 4, 5)}, .target = INTS(i11, 4, 3), .input_lengths = INTS(i12, 4),
         .target_lengths = INTS(i13, 4), .value = VALUE(0x1.36a32f3p+2), .gradient = {d397}),
    CASE(CTC, SUM, "", .x = {FLOATS(f91, 8, 4, 5)}, .target = INTS(i11, 4, 3), .input_lengths = INTS(i12, 4),
         .target_lengths = INTS(i13, 4), .value = VALUE(0x1.1169c3dp+5), .gradient = {d398}),
    CASE(CTC, NONE, "blank 2", .options = {INT(blank, 2)}, .x = {FLOATS(f91, 8, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = INTS(i14, 4, 3), .input_lengths = INTS(i12, 4), .target_lengths = INTS(i13, 4), .value = d399,
         .gradient = {d400}),
    CASE(CTC, MEAN, "blank 2", .options = {INT(blank, 2)}, .x = {FLOATS(f91, 8, 4, 5)}, .target = INTS(i14, 4, 3),
         .input_lengths = INTS(i12, 4), .target_lengths = INTS(i13, 4), .value = VALUE(0x1.aff855cp+2), .gradient = {d401}),
    CASE(CTC, NONE, "tight", .x = {FLOATS(f91, 8, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i15, 4, 3),
         .input_lengths = INTS(i16, 4), .target_lengths = INTS(i4, 4), .value = d402, .gradient = {d403}),
    CASE(CTC, MEAN, "tight", .x = {FLOATS(f91, 8, 4, 5)}, .target = INTS(i15, 4, 3), .input_lengths = INTS(i16, 4),
         .target_lengths = INTS(i4, 4), .value = VALUE(0x1.4bec5b8p+1), .gradient = {d404}),
    CASE(CTC, NONE, "zero_infinity", .options = {BOOL(zero_infinity, 1)}, .x = {FLOATS(f91, 8, 4, 5)},
         .upstream = FLOATS(f53, 4), .target = INTS(i17, 4, 5), .input_lengths = INTS(i18, 4),
         .target_lengths = INTS(i19, 4), .value = d405, .gradient = {d406}),
    CASE(CTC, MEAN, "zero_infinity", .options = {BOOL(zero_infinity, 1)}, .x = {FLOATS(f91, 8, 4, 5)},
         .target = INTS(i17, 4, 5), .input_lengths = INTS(i18, 4), .target_lengths = INTS(i19, 4),
         .value = VALUE(0x1.816e33bp-1), .gradient = {d407}),
    CASE(CTC, NONE, "infeasible", .x = {FLOATS(f91, 8, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i17, 4, 5),
         .input_lengths = INTS(i20, 4), .target_lengths = INTS(i19, 4), .value = d408, .gradient = {d409}),
    CASE(MSE, MEAN, "", .keras = true, .x = {FLOATS(f92, 3, 5)}, .target = FLOATS(f93, 3, 5), .value = VALUE(0x1.1d87e6p+1),
         .gradient = {d410}),
    CASE(L1, MEAN, "", .keras = true, .x = {FLOATS(f92, 3, 5)}, .target = FLOATS(f93, 3, 5), .value = VALUE(0x1.46b3d8p+0),
         .gradient = {d411}),
    CASE(HUBER, MEAN, "", .keras = true, .x = {FLOATS(f92, 3, 5)}, .target = FLOATS(f93, 3, 5),
         .value = VALUE(0x1.b655cep-1), .gradient = {d412}),
    CASE(LOG_COSH, MEAN, "", .keras = true, .x = {FLOATS(f92, 3, 5)}, .target = FLOATS(f93, 3, 5),
         .value = VALUE(0x1.826f38p-1), .gradient = {d413}),
    CASE(MSE, MEAN, "sample_weight", .keras = true, .x = {FLOATS(f92, 3, 5)}, .target = FLOATS(f93, 3, 5),
         .sample_weight = FLOATS(f94, 3), .value = VALUE(0x1.14d64ep+1), .gradient = {d414}),
    CASE(HUBER, MEAN, "delta", .keras = true, .options = {REAL(delta, 0x1p-1f)}, .x = {FLOATS(f92, 3, 5)},
         .target = FLOATS(f93, 3, 5), .value = VALUE(0x1.0ca128p-1), .gradient = {d415}),
    CASE(MSE, MEAN, "2x3x4", .keras = true, .x = {FLOATS(f95, 2, 3, 4)}, .target = FLOATS(f96, 2, 3, 4),
         .value = VALUE(0x1.5671p+2), .gradient = {d416}),
    CASE(POISSON_NLL, MEAN, "", .keras = true, .x = {FLOATS(f97, 3, 5)}, .target = FLOATS(f98, 3, 5),
         .value = VALUE(0x1.ac5148p+2), .gradient = {d417}),
    CASE(BCE, MEAN, "", .keras = true, .x = {FLOATS(f99, 3, 5)}, .target = FLOATS(f100, 3, 5),
         .value = VALUE(0x1.a11d2ap-1), .gradient = {d418}),
    CASE(BCE, MEAN, "label_smoothing", .keras = true, .options = {REAL(label_smoothing, 0x1.99999ap-3f)},
         .x = {FLOATS(f99, 3, 5)}, .target = FLOATS(f101, 3, 5), .value = VALUE(0x1.0533ep+0), .gradient = {d419}),
    CASE(BCE, MEAN, "sample_weight", .keras = true, .x = {FLOATS(f99, 3, 5)}, .target = FLOATS(f101, 3, 5),
         .sample_weight = FLOATS(f94, 3), .value = VALUE(0x1.0fdaf6p+0), .gradient = {d420}),
    CASE(BCE, MEAN, "0 and 1", .keras = true, .x = {FLOATS(f102, 1, 8)}, .target = FLOATS(f103, 1, 8),
         .value = VALUE(0x1.2ff0f4p+3), .gradient = {d421}),
    CASE(BCE_WITH_LOGITS, MEAN, "", .keras = true, .x = {FLOATS(f104, 3, 5)}, .target = FLOATS(f100, 3, 5),
         .value = VALUE(0x1.d634fap-1), .gradient = {d422}),
    CASE(BCE_WITH_LOGITS, MEAN, "label_smoothing", .keras = true, .options = {REAL(label_smoothing, 0x1.99999ap-3f)},
         .x = {FLOATS(f104, 3, 5)}, .target = FLOATS(f101, 3, 5), .value = VALUE(0x1.fca3cp-1), .gradient = {d423}),
    CASE(SIGMOID_FOCAL, MEAN, "", .keras = true, .x = {FLOATS(f104, 3, 5)}, .target = FLOATS(f101, 3, 5),
         .value = VALUE(0x1.223146p-1), .gradient = {d424}),
    CASE(SIGMOID_FOCAL, MEAN, "soft", .keras = true, .x = {FLOATS(f104, 3, 5)}, .target = FLOATS(f100, 3, 5),
         .value = VALUE(0x1.44c4e2p-2), .gradient = {d425}),
    CASE(SIGMOID_FOCAL, MEAN, "class balancing", .keras = true, .options = {REAL(alpha, 0x1p-2f)},
         .x = {FLOATS(f104, 3, 5)}, .target = FLOATS(f101, 3, 5), .value = VALUE(0x1.fc3e2ap-3), .gradient = {d426}),
    CASE(HINGE, MEAN, "", .keras = true, .x = {FLOATS(f104, 3, 5)}, .target = FLOATS(f105, 3, 5),
         .value = VALUE(0x1.705388p+0), .gradient = {d427}),
    CASE(SQUARED_HINGE, MEAN, "", .keras = true, .x = {FLOATS(f104, 3, 5)}, .target = FLOATS(f105, 3, 5),
         .value = VALUE(0x1.f59e2p+1), .gradient = {d428}),
    CASE(KL_DIV, MEAN, "", .keras = true, .x = {FLOATS(f106, 3, 5)}, .target = FLOATS(f107, 3, 5),
         .value = VALUE(0x1.6acd2ap+0), .gradient = {d429}),
    CASE(KL_DIV, SUM, "", .keras = true, .x = {FLOATS(f106, 3, 5)}, .target = FLOATS(f107, 3, 5),
         .value = VALUE(0x1.1019df3p+2), .gradient = {d430}),
    CASE(KL_DIV, MEAN, "sample_weight", .keras = true, .x = {FLOATS(f106, 3, 5)}, .target = FLOATS(f107, 3, 5),
         .sample_weight = FLOATS(f94, 3), .value = VALUE(0x1.402fe6p+0), .gradient = {d431}),
    CASE(KL_DIV, MEAN, "2x3x4", .keras = true, .x = {FLOATS(f108, 2, 3, 4)}, .target = FLOATS(f109, 2, 3, 4),
         .value = VALUE(0x1.f54ebp-2), .gradient = {d432}),
    CASE(KL_DIV, MEAN, "zeros", .keras = true, .x = {FLOATS(f110, 3, 5)}, .target = FLOATS(f111, 3, 5),
         .value = VALUE(0x1.d31ec6p+0), .gradient = {d433}),
    CASE(CROSS_ENTROPY, NONE, "categorical", .keras = true, .x = {FLOATS(f112, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f113, 4, 5), .value = d434, .gradient = {d435}),
    CASE(CROSS_ENTROPY, MEAN, "categorical", .keras = true, .x = {FLOATS(f112, 4, 5)}, .target = FLOATS(f113, 4, 5),
         .value = VALUE(0x1.895b28p+0), .gradient = {d436}),
    CASE(CROSS_ENTROPY, NONE, "categorical 0 and 1", .keras = true, .x = {FLOATS(f114, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f113, 4, 5), .value = d437, .gradient = {d438}),
    CASE(CROSS_ENTROPY, MEAN, "categorical 0 and 1", .keras = true, .x = {FLOATS(f114, 4, 5)}, .target = FLOATS(f113, 4, 5),
         .value = VALUE(0x1.1d8f38p+3), .gradient = {d439}),
    CASE(CROSS_ENTROPY, NONE, "categorical label_smoothing", .keras = true,
         .options = {REAL(label_smoothing, 0x1.99999ap-4f)}, .x = {FLOATS(f112, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f63, 4, 5), .value = d440, .gradient = {d441}),
    CASE(CROSS_ENTROPY, MEAN, "categorical label_smoothing", .keras = true,
         .options = {REAL(label_smoothing, 0x1.99999ap-4f)}, .x = {FLOATS(f112, 4, 5)}, .target = FLOATS(f63, 4, 5),
         .value = VALUE(0x1.c6933ep+0), .gradient = {d442}),
    CASE(CROSS_ENTROPY, SUM, "categorical label_smoothing", .keras = true,
         .options = {REAL(label_smoothing, 0x1.99999ap-4f)}, .x = {FLOATS(f112, 4, 5)}, .target = FLOATS(f63, 4, 5),
         .value = VALUE(0x1.c6933efp+2), .gradient = {d443}),
    CASE(CROSS_ENTROPY, NONE, "categorical sample_weight", .keras = true, .x = {FLOATS(f112, 4, 5)},
         .upstream = FLOATS(f53, 4), .target = FLOATS(f113, 4, 5), .sample_weight = FLOATS(f115, 4), .value = d444,
         .gradient = {d445}),
    CASE(CROSS_ENTROPY, MEAN, "categorical sample_weight", .keras = true, .x = {FLOATS(f112, 4, 5)},
         .target = FLOATS(f113, 4, 5), .sample_weight = FLOATS(f115, 4), .value = VALUE(0x1.8a414cp+0), .gradient = {d446}),
    CASE(CROSS_ENTROPY, NONE, "categorical logits", .keras = true, .options = {BOOL(from_probabilities, 0)},
         .x = {FLOATS(f116, 4, 5)}, .upstream = FLOATS(f53, 4), .target = FLOATS(f113, 4, 5), .value = d447,
         .gradient = {d448}),
    CASE(CROSS_ENTROPY, MEAN, "categorical logits", .keras = true, .options = {BOOL(from_probabilities, 0)},
         .x = {FLOATS(f116, 4, 5)}, .target = FLOATS(f113, 4, 5), .value = VALUE(0x1.1673fp+1), .gradient = {d449}),
    CASE(CROSS_ENTROPY, MEAN, "categorical logits label_smoothing", .keras = true,
         .options = {BOOL(from_probabilities, 0), REAL(label_smoothing, 0x1.99999ap-4f)}, .x = {FLOATS(f116, 4, 5)},
         .target = FLOATS(f63, 4, 5), .value = VALUE(0x1.52a48ep+1), .gradient = {d450}),
    CASE(CROSS_ENTROPY, NONE, "categorical 2x3x4", .keras = true, .x = {FLOATS(f117, 2, 3, 4)},
         .upstream = FLOATS(f56, 2, 3), .target = FLOATS(f118, 2, 3, 4), .value = d451, .gradient = {d452}),
    CASE(CROSS_ENTROPY, MEAN, "categorical 2x3x4", .keras = true, .x = {FLOATS(f117, 2, 3, 4)},
         .target = FLOATS(f118, 2, 3, 4), .value = VALUE(0x1.b45bd8p+1), .gradient = {d453}),
    CASE(CROSS_ENTROPY, NONE, "sparse", .keras = true, .x = {FLOATS(f112, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = INTS(i0, 4), .value = d454, .gradient = {d455}),
    CASE(CROSS_ENTROPY, MEAN, "sparse", .keras = true, .x = {FLOATS(f112, 4, 5)}, .target = INTS(i0, 4),
         .value = VALUE(0x1.c73cb4p+0), .gradient = {d456}),
    CASE(CROSS_ENTROPY, NONE, "sparse 0 and 1", .keras = true, .x = {FLOATS(f114, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = INTS(i0, 4), .value = d457, .gradient = {d458}),
    CASE(CROSS_ENTROPY, MEAN, "sparse 0 and 1", .keras = true, .x = {FLOATS(f114, 4, 5)}, .target = INTS(i0, 4),
         .value = VALUE(0x1.23291cp+2), .gradient = {d459}),
    CASE(CROSS_ENTROPY, NONE, "sparse logits", .keras = true, .options = {BOOL(from_probabilities, 0)},
         .x = {FLOATS(f116, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .value = d460, .gradient = {d461}),
    CASE(CROSS_ENTROPY, MEAN, "sparse logits", .keras = true, .options = {BOOL(from_probabilities, 0)},
         .x = {FLOATS(f116, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.587a3cp+1), .gradient = {d462}),
    CASE(CROSS_ENTROPY, NONE, "sparse ignore_class", .keras = true, .options = {INT(ignore_index, 4)},
         .x = {FLOATS(f112, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4), .value = d463, .gradient = {d464}),
    CASE(CROSS_ENTROPY, MEAN, "sparse ignore_class", .keras = true, .options = {INT(ignore_index, 4)},
         .x = {FLOATS(f112, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.d18288p+0), .gradient = {d465}),
    CASE(CROSS_ENTROPY, MEAN, "sparse logits ignore_class", .keras = true,
         .options = {BOOL(from_probabilities, 0), INT(ignore_index, 4)}, .x = {FLOATS(f116, 4, 5)}, .target = INTS(i0, 4),
         .value = VALUE(0x1.410acap+1), .gradient = {d466}),
    CASE(CROSS_ENTROPY, MEAN, "sparse logits ignore_class sample_weight", .keras = true,
         .options = {BOOL(from_probabilities, 0), INT(ignore_index, 4)}, .x = {FLOATS(f116, 4, 5)}, .target = INTS(i0, 4),
         .sample_weight = FLOATS(f115, 4), .value = VALUE(0x1.844c28p+1), .gradient = {d467}),
    CASE(CROSS_ENTROPY, NONE, "sparse logits all ignored", .keras = true,
         .options = {BOOL(from_probabilities, 0), INT(ignore_index, 4)}, .x = {FLOATS(f116, 4, 5)},
         .upstream = FLOATS(f53, 4), .target = INTS(i21, 4), .value = d209, .gradient = {d210}),
    CASE(CROSS_ENTROPY, MEAN, "sparse logits all ignored", .keras = true,
         .options = {BOOL(from_probabilities, 0), INT(ignore_index, 4)}, .x = {FLOATS(f116, 4, 5)}, .target = INTS(i21, 4),
         .value = VALUE(0x0p+0), .gradient = {d210}),
    CASE(FOCAL, NONE, "", .keras = true, .x = {FLOATS(f116, 4, 5)}, .upstream = FLOATS(f53, 4), .target = INTS(i0, 4),
         .value = d468, .gradient = {d469}),
    CASE(FOCAL, MEAN, "", .keras = true, .x = {FLOATS(f116, 4, 5)}, .target = INTS(i0, 4), .value = VALUE(0x1.34794p-1),
         .gradient = {d470}),
    CASE(CATEGORICAL_HINGE, NONE, "", .keras = true, .x = {FLOATS(f119, 4, 5)}, .upstream = FLOATS(f53, 4),
         .target = FLOATS(f63, 4, 5), .value = d471, .gradient = {d472}),
    CASE(CATEGORICAL_HINGE, MEAN, "", .keras = true, .x = {FLOATS(f119, 4, 5)}, .target = FLOATS(f63, 4, 5),
         .value = VALUE(0x1.94523ep+1), .gradient = {d473}),
    CASE(COSINE_EMBEDDING, NONE, "", .keras = true, .x = {FLOATS(f120, 4, 6), FLOATS(f121, 4, 6)},
         .upstream = FLOATS(f53, 4), .target = FLOATS(f122, 4), .value = d474, .gradient = {d475, d476}),
    CASE(COSINE_EMBEDDING, MEAN, "", .keras = true, .x = {FLOATS(f120, 4, 6), FLOATS(f121, 4, 6)},
         .target = FLOATS(f122, 4), .value = VALUE(0x1.199852p+0), .gradient = {d477, d478}),
    CASE(COSINE_EMBEDDING, SUM, "", .keras = true, .x = {FLOATS(f120, 4, 6), FLOATS(f121, 4, 6)}, .target = FLOATS(f122, 4),
         .value = VALUE(0x1.199851dp+2), .gradient = {d479, d480}),
    CASE(CTC, NONE, "", .keras = true, .x = {FLOATS(f123, 7, 3, 5)}, .upstream = FLOATS(f59, 3), .target = INTS(i22, 3, 3),
         .input_lengths = INTS(i23, 3), .target_lengths = INTS(i24, 3), .value = d481, .gradient = {d482}),
    CASE(CTC, MEAN, "", .keras = true, .x = {FLOATS(f123, 7, 3, 5)}, .target = INTS(i22, 3, 3),
         .input_lengths = INTS(i23, 3), .target_lengths = INTS(i24, 3), .value = VALUE(0x1.b489dep+2), .gradient = {d483}),
    CASE(CTC, SUM, "", .keras = true, .x = {FLOATS(f123, 7, 3, 5)}, .target = INTS(i22, 3, 3),
         .input_lengths = INTS(i23, 3), .target_lengths = INTS(i24, 3), .value = VALUE(0x1.4767668p+4), .gradient = {d484}),
};

#endif
