/**
 * The page after the installation: what the extension does and keeps, and a paragraph to practise on. `App.tsx` has what it
 * shows.
 */
import { showPage } from "../hooks/show-page";
import { App } from "./App";

showPage(<App />);
