import { useEffect, useState } from 'react';

/** A QR code as one path. The maker is loaded when a code is first needed. */
export function QrCode({ text, label }: { text: string; label: string }): React.JSX.Element | null {
  const [cells, setCells] = useState<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    let over = false;
    const make = async (): Promise<void> => {
      const { encode } = await import('uqr');
      if (!over) setCells(encode(text, { ecc: 'M', border: 0 }).data);
    };
    void make();
    return () => {
      over = true;
    };
  }, [text]);
  if (cells.length === 0) return null;
  const d = cells.flatMap((row, y) => row.map((black, x) => (black ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg viewBox={`-2 -2 ${cells.length + 4} ${cells.length + 4}`} data-qr="">
      <title>{label}</title>
      <path d={d} fill="currentColor" shapeRendering="crispEdges" />
    </svg>
  );
}
