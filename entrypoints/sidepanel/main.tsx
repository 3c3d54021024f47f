/**
 * The side panel (Firefox: sidebar) "On this page": every term of the page in front, with its sentence. It asks the page, and
 * lives on while pages change under it. `App.tsx` has what it shows.
 */
import { showPage } from "../hooks/show-page";
import { App } from "./App";

showPage(<App />);
