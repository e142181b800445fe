import { useRef, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import './FilePicker.css';

interface FilePickerProps {
  /** Endings and types, as an input takes them. */
  accept: string;
  choose: string;
  busy?: boolean;
  onChoose: (file: File) => void;
  /** What stands beside the button. */
  children: ReactNode;
}

/** Choose a file, or drop one here. */
export function FilePicker({ accept, choose, busy, onChoose, children }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? 'file-picker over' : 'file-picker'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onChoose(file);
      }}
    >
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        aria-label={choose}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onChoose(file);
          event.target.value = ''; // so that the same file can be chosen again
        }}
      />
      <Button icon="upload" busy={busy ?? false} onClick={() => input.current?.click()}>
        {choose}
      </Button>
      {children}
    </div>
  );
}
