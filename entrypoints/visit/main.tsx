/**
 * The visit sheet: saved answers and logged episodes that the reader chose, with their own questions, to print. Its
 * questions live as long as the tab. `App.tsx` has what it shows.
 */
import { showPage } from "../hooks/show-page";
import { App } from "./App";

showPage(<App />);
