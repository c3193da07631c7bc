import { startApplication } from './application.ts';

startApplication(import.meta.dirname);
