/** From a sentence about a setting to the place where it is changed, whatever page both are on. */
import { createContext, useContext } from 'react';

/** A person's page at one of his settings, the organisation's settings, or the settings of a source. */
export type Destination =
  | {
      readonly page: 'people';
      readonly userId: string;
      /** A setting's name; `identity` and `rights` are the parts of the page that hold what is no setting. */
      readonly setting: string;
    }
  | { readonly page: 'organisation' }
  | { readonly page: 'sources'; readonly sourceId: string };

const GoToContext = createContext<(destination: Destination) => void>(() => undefined);

export const GoToProvider = GoToContext.Provider;

/** Asks first where the present page has something unsaved. */
export function useGoTo(): (destination: Destination) => void {
  return useContext(GoToContext);
}
