import { MissingRecord } from '@/components/states/missing-record';

export default function NotFound() {
  return <MissingRecord entity="client" />;
}
