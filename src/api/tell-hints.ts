import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';

/** Adds to an answer, in `extensions.hints`, names that nobody in the graph has, with what may have been meant. */
export const tellHints: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    async willSendResponse({ response, contextValue: { hints } }) {
      if (response.body.kind !== 'single' || hints.length === 0) return;
      const { singleResult } = response.body;
      singleResult.extensions = { ...singleResult.extensions, hints };
    },
  }),
};
