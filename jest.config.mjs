/** ESM for real: run through `npm run unit`, which sets --experimental-vm-modules. */
export default {
  testEnvironment: 'node',
  // A busy machine may take seconds to start the language model.
  testTimeout: 20_000,
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
