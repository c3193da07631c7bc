/** Raised with every change that may change a result, so that kept results of an older engine are not taken for current. */
export const ENGINE_VERSION = 6;
