// The single-file build loads in a tenth of the time of the module tree; it has no types of its own.
declare module 'echarts/dist/echarts.esm.min' {
  export { init } from 'echarts/core';
}
