import { type ReactNode, useEffect, useRef } from "react";

/** A panel over the page on narrow screens. The dialog keeps the focus inside and gives it back when it closes. */
export function Drawer({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-label="Conversations"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) {
          onClose();
        }
      }}
    >
      <div className="inside">
        <button type="button" className="plain close" onClick={onClose}>
          Close
        </button>
        {children}
      </div>
    </dialog>
  );
}
