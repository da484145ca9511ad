import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./styles/page.css";
import "./styles/answer.css";
import "./styles/again.css";
import "./styles/approval.css";
import "./styles/organisations.css";
import "./styles/memory.css";
import "./styles/usage.css";

createRoot(document.getElementById("pip")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
